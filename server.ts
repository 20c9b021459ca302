import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import next from 'next';
import { loadConfiguration } from '#lib/entry/configuration.ts';
import { withAnswer } from '#lib/server/answer.ts';
import { describeProblems, parseEnvironment } from '#lib/server/environment.ts';
import { cleanRequest, dressResponse, isReadableTarget } from '#lib/server/outer-headers.ts';
import { perProcess } from '#lib/server/per-process.ts';
import { makeRedactor } from '#lib/server/redact.ts';
import { secretsOf } from '#lib/server/secrets.ts';
import { runStopHooks } from '#lib/server/stop.ts';
import { startSimulator } from '#lib/simulator/control.ts';

// The process around Next: checks the environment, starts the simulator where there are no credentials, cleans
// what comes in, says when the console is ready, and stops in order. `--check` only checks; `--dev` reloads.

const stopDeadlineMs = 15_000;
const idleSweepMs = 100;
/** It answered when its tables were brought up to date: a look of three seconds that is too short for a busy machine is no end. */
const databasePatienceMs = 30_000;
const development = process.argv.includes('--dev');
const { environment, problems: generic } = parseEnvironment(process.env);
const { configuration, problems: tencent } = await loadConfiguration(environment);
const problems = [...generic, ...tencent];
if (problems.length > 0 || configuration === null) {
  console.error(describeProblems(problems));
  process.exit(1);
}
const { credentials, sdkApps } = configuration;
if (process.argv.includes('--check')) process.exit(0);

guardOutput();
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
const apps = sdkApps.map(({ id, name }) => `${id}=${name}`).join(',');
const simulator = credentials ? null : await startSimulator(apps ? { apps } : {});
if (simulator) {
  process.env.CCC_ENDPOINT = simulator.endpoint;
  process.env.TENCENTCLOUD_SECRET_ID = simulator.credentials.secretId;
  process.env.TENCENTCLOUD_SECRET_KEY = simulator.credentials.secretKey;
  process.env.PATCHBOARD_SIMULATED = 'true';
}

const app = next({ dev: development, dir: import.meta.dirname, port: environment.port });
const server = createServer(
  {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
  },
  (request, response) => void answer(request, response),
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0));

try {
  await app.prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await stop(1);
}
const handle = app.getRequestHandler();
server.once('error', (error) => {
  console.error(`Port ${environment.port} can not be used: ${error.message}`);
  void stop(1);
});
server.listen(environment.port, () => void announce());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  dressResponse(response, environment);
  cleanRequest(request, environment);
  if (request.method === 'TRACE' || request.method === 'CONNECT') {
    response.writeHead(405).end();
    return;
  }
  if (!isReadableTarget(request.url ?? '/')) {
    response.writeHead(400).end();
    return;
  }
  try {
    // Also a form posted without JavaScript: nothing else of ours takes a post.
    const isAction = request.method === 'POST';
    await withAnswer(response, { isAction }, () => handle(request, response));
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

async function announce(): Promise<void> {
  const untilMs = performance.now() + databasePatienceMs;
  while (!(await isHealthy())) {
    if (performance.now() > untilMs) {
      console.error('The database does not answer.');
      return stop(1);
    }
    await pause(250);
  }
  if (simulator)
    console.log('No cloud credentials: using the built-in simulator, no real number is touched.');
  const { line } = perProcess<{ line: string | null }>('setback', () => ({ line: null }));
  if (line) console.log(line);
  console.log(`Patchboard is ready at ${environment.appOrigin}`);
  const setupLink = perProcess<{ link: string | null }>('setup-link', () => ({ link: null })).link;
  if (setupLink) console.log(`First run: create the first admin at ${setupLink} (valid for one hour)`);
}

async function isHealthy(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${environment.port}/api/health`)).ok;
}

async function stop(code: number): Promise<void> {
  const stopping = { deadlineMs: stopDeadlineMs, report: console.error };
  // No line of a batch is begun any more, while whoever has asked for something is still answered.
  const quiet = runStopHooks({ ...stopping, when: 'at once' });
  const drained = new Promise((resolve) => server.close(resolve));
  // A connection that was busy is idle once it is answered, and a browser would keep it.
  const sweep = setInterval(() => server.closeIdleConnections(), idleSweepMs);
  const late = new Promise((resolve) => setTimeout(resolve, stopDeadlineMs));
  await Promise.race([Promise.all([drained, quiet]), late]);
  clearInterval(sweep);
  await runStopHooks(stopping);
  server.closeAllConnections();
  await simulator?.stop();
  process.exit(code);
}

/** Nothing this process prints, whoever prints it, may hold a secret it was given. */
function guardOutput(): void {
  const redact = makeRedactor([
    credentials?.secretId ?? null,
    credentials?.secretKey ?? null,
    credentials?.token ?? null,
    ...secretsOf(environment),
  ]);
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: unknown[]) =>
      write(typeof chunk === 'string' ? redact(chunk) : chunk, ...rest);
  }
}
