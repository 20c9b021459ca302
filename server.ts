import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { checkAtStart, openAtStart } from '#lib/db/open-at-start.ts';
import { sharedDatabase } from '#lib/db/shared-database.ts';
import { loadConfiguration } from '#lib/entry/configuration.ts';
import { paths } from '#lib/paths.ts';
import { withAnswer } from '#lib/server/answer.ts';
import { findBodyRefusal, refuseBody } from '#lib/server/body-limit.ts';
import { booted } from '#lib/server/booted.ts';
import { answerClientError } from '#lib/server/client-error.ts';
import { describeProblems, parseEnvironment } from '#lib/server/environment.ts';
import { chooseListenHost, describeExposure, findInsecureOrigin } from '#lib/server/exposure.ts';
import { followParent } from '#lib/server/follow-parent.ts';
import { describeListenError } from '#lib/server/listen-error.ts';
import { addSecurityHeaders, isReadableTarget, sanitizeRequest } from '#lib/server/outer-headers.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';
import { makeRedactor } from '#lib/server/redact.ts';
import { checkRuntime } from '#lib/server/runtime.ts';
import { secretsOf } from '#lib/server/secrets.ts';
import { onStop, runStopHooks } from '#lib/server/stop.ts';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';

// The process around Next: checks the environment, opens the database, starts the simulator where there are no credentials,
// cleans what comes in, says when the console is ready, and stops in order. `--check` only checks; `--dev` reloads.

const stopDeadlineMs = 15_000;
const idleSweepMs = 100;
/** Other apps of the same host name may fill a browser's cookies: 16 kB, Node's default, is then too little. */
const maxHeaderSize = 64 * 1024;
const development = process.argv.includes('--dev');
const { environment, problems: generic } = parseEnvironment(process.env);
const { configuration, problems: tencent } = await loadConfiguration(environment);
const realCredentials = configuration?.credentials != null && configuration.endpoint.kind === 'tencent';
const insecure = findInsecureOrigin(environment, realCredentials);
const problems = [...checkRuntime(), ...generic, ...tencent, ...insecure];
if (problems.length > 0 || configuration === null) {
  console.error(describeProblems(problems));
  process.exit(1);
}
const { credentials, sdkApps } = configuration;
guardOutput();
let server: Server | null = null;
let simulator: Simulator | null = null;
let opening: ReturnType<typeof openAtStart> | null = null;
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
followParent(() => void stop(0));

const databaseChoice = {
  databaseUrl: environment.databaseUrl,
  dataDir: environment.dataDir,
  keepsSecret: environment.authSecret === null,
  onError: (error: Error) => sharedDatabase().onError(error),
};
const waiting = { report: console.error, clockMs: () => performance.now(), pause };
if (process.argv.includes('--check')) {
  const checked = await checkAtStart(databaseChoice, waiting);
  if (!checked.ok) console.error(`Patchboard can not start. ${checked.sentence}`);
  process.exit(checked.ok ? 0 : 1);
}
opening = openAtStart(databaseChoice, waiting);
const database = await opening;
if (!database.ok) {
  console.error(`Patchboard can not start. ${database.sentence}`);
  process.exit(1);
}
sharedDatabase().opening = Promise.resolve(database.value);
onStop('the database', database.value.close);

process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
const apps = sdkApps.map(({ id, name }) => `${id}=${name}`).join(',');
// The apps that set-up and the Connection page store come and go while it runs, on this server or another.
simulator = credentials ? null : await startSimulator(apps ? { apps } : { anyApp: true });
if (simulator) {
  process.env.CCC_ENDPOINT = simulator.endpoint;
  process.env.TENCENTCLOUD_SECRET_ID = simulator.credentials.secretId;
  process.env.TENCENTCLOUD_SECRET_KEY = simulator.credentials.secretKey;
  process.env.PATCHBOARD_SIMULATED = 'true';
}

// Only now: it takes as long to load as all that was checked above.
const { default: next } = await import('next');
const app = next({ dev: development, dir: import.meta.dirname, port: environment.port });
try {
  await app.prepare();
  await booted().promise;
} catch (error) {
  console.error(`Patchboard can not start. ${error instanceof Error ? error.message : String(error)}`);
  await stop(1);
}
const handle = app.getRequestHandler();
const listener = createServer(
  {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
    maxHeaderSize,
    // Nothing here speaks another protocol, and what is upgraded passes none of the checks below. Next's own reload does in development.
    shouldUpgradeCallback: () => development,
  },
  (request, response) => void answer(request, response),
);
// Without this Node itself would ask for the body before anything is known of its sender.
listener.on('checkContinue', (request, response) => void answer(request, response));
server = listener;
listener.on('clientError', answerClientError);
listener.once('error', (error) => {
  console.error(`Patchboard can not start. ${describeListenError(error, environment)}`);
  void stop(1);
});
listener.listen(environment.port, chooseListenHost(environment, realCredentials), announce);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  addSecurityHeaders(response, environment);
  sanitizeRequest(request, environment);
  try {
    const forBatch = request.url?.split('?', 1)[0] === paths.newBatch;
    const facts = { headers: request.headers, forBatch };
    const refusal = await findBodyRefusal(facts, () => isSignedIn(request));
    if (refusal !== null) return refuseBody(request, response, refusal);
    if (request.method === 'TRACE' || request.method === 'CONNECT') return void response.writeHead(405).end();
    if (!isReadableTarget(request.url ?? '/')) return void response.writeHead(400).end();
    if (request.headers.expect !== undefined) response.writeContinue();
    // Also a form posted without JavaScript: nothing else of ours takes a post.
    const isAction = request.method === 'POST';
    await withAnswer(response, { isAction }, () => handle(request, response));
  } catch (error) {
    console.error(error);
    // Closed, or what is left of the body would still be read.
    if (!response.headersSent) response.writeHead(500, { connection: 'close' });
    response.end();
  }
}

/** Asked before a large body is read, so that nobody else makes this process read it. */
async function isSignedIn({ headers: { cookie } }: IncomingMessage): Promise<boolean> {
  if (cookie === undefined) return false;
  // Loaded with the rest of Next, and later than the start needs it.
  const { holdsSession } = await import('#lib/auth/holds-session.ts');
  return holdsSession(cookie, environment);
}

function announce(): void {
  for (const line of describeExposure(environment, realCredentials)) console.error(line);
  if (simulator)
    console.log('No cloud credentials: using the built-in simulator, no real number is touched.');
  const { line } = processSingleton<{ line: string | null }>('setback', () => ({ line: null }));
  if (line) console.log(line);
  console.log(`Patchboard is ready at ${environment.appOrigin}`);
  const setupLink = processSingleton<{ link: string | null }>('setup-link', () => ({ link: null })).link;
  if (setupLink) console.log(`First run: create the first admin at ${setupLink} (valid for one hour)`);
}

/** Also while it starts: what is open by then is closed, and the lock of the folder given back. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const hooks = { deadlineMs: stopDeadlineMs, report: console.error };
  // No line of a batch is begun any more, while whoever has asked for something is still answered.
  const quiet = runStopHooks({ ...hooks, when: 'at once' });
  const drained = new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  // A connection that was busy is idle once it is answered, and a browser would keep it.
  const sweep = setInterval(() => server?.closeIdleConnections(), idleSweepMs);
  const tooLate = new Promise((resolve) => setTimeout(resolve, stopDeadlineMs));
  await Promise.race([Promise.all([drained, quiet]), tooLate]);
  clearInterval(sweep);
  await runStopHooks(hooks);
  // A folder that is only just being opened would keep its lock; a PostgreSQL that is waited for has nothing to give back.
  const late = environment.databaseUrl === null ? await opening : null;
  // An engine that hangs must not keep the process.
  if (late?.ok) await Promise.race([late.value.close(), pause(stopDeadlineMs)]);
  server?.closeAllConnections();
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
