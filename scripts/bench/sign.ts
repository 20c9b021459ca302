import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSimulator } from '#lib/simulator/control.ts';
import { printTable, quantile, rounded, spread } from '#scripts/bench/figures.ts';

// npm run bench:sign -- [--rounds 60] [--calls 25]: CPU time of signing and sending one request, ours and the official
// SDK's, against one local endpoint that verifies every signature. The two take turns, so a busy moment hits both.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    calls: { type: 'string', default: '25' },
  },
});
const rounds = Number(values.rounds);
const calls = Number(values.calls);
/** Until the engine has compiled what is hot. */
const warmUpRounds = 10;

const simulator = await startSimulator({ unlimited: true });
const { secretId, secretKey } = simulator.credentials;
const file = fileURLToPath(new URL('./sign-caller.ts', import.meta.url));
const start = (side: string) =>
  fork(file, [side, new URL(simulator.endpoint).port, secretId, secretKey], {
    execArgv: ['--conditions=react-server'],
  });

/** Makes one side do a batch; gives the CPU ms of one call. */
async function round(child: ChildProcess): Promise<number> {
  child.send(calls);
  const [cpuMs] = await once(child, 'message', { signal: over.signal });
  return Number(cpuMs) / calls;
}

const over = new AbortController();
const ours = start('ours');
const sdk = start('sdk');
for (const side of [ours, sdk]) side.once('exit', () => over.abort(new Error('A side ended early.')));
const oursMs: number[] = [];
const sdkMs: number[] = [];
try {
  for (let done = 0; done < warmUpRounds + rounds; done += 1) {
    // Each goes first every other time.
    const oursFirst = done % 2 === 0;
    if (oursFirst) oursMs.push(await round(ours));
    sdkMs.push(await round(sdk));
    if (!oursFirst) oursMs.push(await round(ours));
    if (done === warmUpRounds - 1) {
      oursMs.length = 0;
      sdkMs.length = 0;
    }
  }
} finally {
  ours.kill();
  sdk.kill();
  await simulator.stop();
}

const ratio = (share: number) => rounded(quantile(oursMs, share) / quantile(sdkMs, share), 2);
console.log(`CPU ms a call, over ${rounds} rounds of ${calls} calls`);
printTable(
  ['sign and send', 'p50', 'p95'],
  [
    ['Patchboard', ...spread(oursMs, 3)],
    ['official SDK', ...spread(sdkMs, 3)],
    ['ratio', ratio(0.5), ratio(0.95)],
  ],
);
