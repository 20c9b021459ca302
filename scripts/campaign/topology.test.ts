import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import type { OpenDatabase } from '#lib/db/database.ts';
import { attempts, batches, bindings } from '#lib/db/schema.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import { admin, type Console } from '#lib/testing/console.ts';
import { end, kill, type ReadyProcess } from '#lib/testing/ready-process.ts';
import { startWorker } from '#lib/testing/worker.ts';
import { seatAt, signIn } from '#scripts/campaign/action-client.ts';
import { startTwoServers, type TwoServers } from '#scripts/campaign/two-servers.ts';
import { Told } from '#scripts/chaos/client-record.ts';
import { Person } from '#scripts/chaos/person.ts';

// docs/topology.md as it runs: two servers and a worker, processes on the production build, on one PostgreSQL.

const postgres = inject('testPostgres');
/** A minute and a half on two idle cores; these share theirs. */
const limitMs = 300_000;
const settled = { timeout: 120_000, interval: 100 };
const takenOverMs = 15_000;
/** What a process may take to stop: its drain and its hooks. */
const stopDeadlineMs = 15_000;

let taken = 0;
const wantedLines = (count: number): Map<string, string> =>
  new Map(
    Array.from({ length: count }, () => {
      taken += 1;
      return [`0086075588${100_000 + taken}`, `https://calls.acme.com/line/${taken}`];
    }),
  );

describe.skipIf(!postgres.available)('several processes on one PostgreSQL', () => {
  let running: TwoServers;
  let simulator: Simulator;
  let first: Console;
  let second: Console;
  let worker: ReadyProcess;
  let database: OpenDatabase;
  let cookie = '';

  const startAnother = () => startWorker(simulator, { DATABASE_URL: running.url });
  /** Who signed in at the first server, at any of them. */
  const at = ({ origin }: Console) => new Person(seatAt(origin, cookie), new Told());
  const startBatch = (wanted: ReadonlyMap<string, string>) =>
    at(first).startBatch(
      [...wanted].map(([number, callbackUrl]) => ({ number, callbackUrl })),
      { key: randomUUID() },
    );
  const look = (batchId: string) => at(first).batch(batchId);
  const untilBound = (batchId: string, bound: number) =>
    vi.waitFor(async () => expect((await look(batchId)).counts.bound).toBeGreaterThanOrEqual(bound), settled);
  const untilDone = (batchId: string) =>
    vi.waitFor(async () => expect(await look(batchId)).toMatchObject({ state: 'done' }), settled);
  const attemptsOf = async (batchId: string) => {
    const rows = await database.db
      .select({ attempt: attempts })
      .from(attempts)
      .innerJoin(bindings, eq(bindings.id, attempts.bindingId))
      .where(eq(bindings.batchId, batchId));
    return rows.map(({ attempt }) => attempt);
  };
  const ownersOf = async (batchId: string) => new Set((await attemptsOf(batchId)).map(({ owner }) => owner));
  /** Who has sent, or is about to send, what is not answered yet. */
  const busyWith = async (batchId: string) =>
    new Set(
      (await attemptsOf(batchId)).filter(({ finishedAt }) => finishedAt === null).map(({ owner }) => owner),
    );
  const arrivalsOf = async (wanted: ReadonlyMap<string, string>) =>
    (await simulator.control.log()).filter(({ number }) => wanted.has(number ?? ''));
  /** Without those over the limit, which a machine that is busy with other tests may bring about. */
  const answeredOf = async (wanted: ReadonlyMap<string, string>) =>
    (await arrivalsOf(wanted)).filter(({ verdict }) => verdict !== 'RequestLimitExceeded');
  const expectAllBound = async (wanted: ReadonlyMap<string, string>) => {
    const { bindings: bound } = await simulator.control.world();
    const urls = new Map(bound.map(({ number, callbackUrl }) => [number, callbackUrl]));
    expect([...wanted.keys()].map((number) => [number, urls.get(number)])).toEqual([...wanted]);
  };
  /** Attempts that a process left open when it went or stood still, settled by another. */
  const takenOver = async (batchId: string, owner: string) =>
    (await attemptsOf(batchId)).filter((each) => each.owner === owner && each.code === 'Unknown.Interrupted');

  beforeAll(async () => {
    if (!postgres.available) return;
    running = await startTwoServers(postgres);
    ({ simulator, first, second, database } = running);
    // So that every process always has something under way.
    await simulator.control.addFault({ when: {}, fault: { kind: 'latency', ms: 400 }, times: null });
    worker = await startAnother();
    cookie = await signIn(first.origin, admin);
  }, limitMs);
  afterAll(async () => {
    worker?.process.kill('SIGKILL');
    await running?.stop();
  }, limitMs);

  test('share a batch, its pace and every session, and go on when one of them is killed', {
    timeout: limitMs,
  }, async () => {
    const wanted = wantedLines(200);
    const batchId = await startBatch(wanted);
    await untilBound(batchId, 20);

    await at(second).changeBatch(batchId, 'paused');
    await vi.waitFor(async () => expect((await look(batchId)).counts.sending).toBe(0), settled);
    expect(await look(batchId)).toMatchObject({ state: 'paused', halt: { by: 'ada', code: null } });
    const whilePaused = (await arrivalsOf(wanted)).length;
    await pause(1_000);
    expect(await arrivalsOf(wanted)).toHaveLength(whilePaused);
    await at(first).changeBatch(batchId, 'running');

    const reading = new AbortController();
    const load = Promise.all([1, 2, 3, 4].map(() => readOn(at(first), batchId, reading.signal)));
    await untilBound(batchId, 60);
    await vi.waitFor(async () => expect((await busyWith(batchId)).size).toBe(3), settled);
    await kill(second.process);
    const killedAtMs = Date.now();
    expect(await look(batchId)).toMatchObject({ state: 'running' });
    await untilDone(batchId);
    reading.abort();
    expect(Math.min(...(await load))).toBeGreaterThan(10);

    await expectAllBound(wanted);
    const owners = await ownersOf(batchId);
    expect(owners.size).toBe(3);
    const all = await attemptsOf(batchId);
    const left = all.filter(({ code }) => code === 'Unknown.Interrupted');
    expect(new Set(left.map(({ owner }) => owner)).size).toBe(1);
    const tookMs = left.map(({ finishedAt }) => (finishedAt?.getTime() ?? Number.NaN) - killedAtMs);
    expect(Math.max(...tookMs)).toBeLessThan(takenOverMs);
    const again = all.filter(({ why }) => why === 'reassert').map(({ bindingId }) => bindingId);
    expect(new Set(again)).toEqual(new Set(left.map(({ bindingId }) => bindingId)));
    const counters = await simulator.control.counters();
    expect(counters.busiestWholeSecond).toBeLessThanOrEqual(20);
    // As in lib/delivery/fault-shared-pace.test.ts: a machine that is busy with other tests may bring one late.
    expect(counters.busiestSlidingSecond).toBeLessThanOrEqual(21);
    expect(counters.limited).toBeLessThanOrEqual(2);
    expect(all.filter(({ why }) => why === 'retry')).toHaveLength(counters.limited);
    console.info(
      `${left.length} lines of the killed server were taken over after at most ${Math.max(...tookMs)} ms; at most ${counters.busiestSlidingSecond} arrivals in any second`,
    );
  });

  test('a worker that is asked to stop ends what is under way, and leaves the rest to the others', {
    timeout: limitMs,
  }, async () => {
    const wanted = wantedLines(60);
    const batchId = await startBatch(wanted);
    await vi.waitFor(async () => expect((await ownersOf(batchId)).size).toBe(2), settled);
    const ended = await terminate(worker.process);
    const stoppedAtMs = Date.now();
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.tookMs).toBeLessThan(stopDeadlineMs);
    await untilDone(batchId);
    await expectAllBound(wanted);
    expect(await answeredOf(wanted)).toHaveLength(wanted.size);
    const late = (await attemptsOf(batchId)).filter(({ committedAt }) => committedAt.getTime() > stoppedAtMs);
    expect(new Set(late.map(({ owner }) => owner)).size).toBe(1);
    expect(late.length).toBeGreaterThan(0);
  });

  test('a worker that stands still for longer than its lease sends nothing on it when it is continued', {
    timeout: limitMs,
    // Whether it is stopped between claiming a line and sending it is chance.
    retry: 2,
  }, async () => {
    const wanted = wantedLines(60);
    const alone = await startBatch(wantedLines(1));
    await untilDone(alone);
    const earlier = await ownersOf(alone);
    worker = await startAnother();
    const batchId = await startBatch(wanted);
    const findOwner = async () => [...(await ownersOf(batchId))].find((owner) => !earlier.has(owner));
    await vi.waitFor(async () => {
      expect(await busyWith(batchId)).toContain(await findOwner());
    }, settled);
    onTestFinished(() => void worker.process.kill('SIGCONT'));
    worker.process.kill('SIGSTOP');
    const stoppedAtMs = Date.now();
    const stale = (await findOwner()) ?? '';
    await untilDone(batchId);
    await expectAllBound(wanted);
    const left = await takenOver(batchId, stale);
    for (const { finishedAt } of left)
      expect((finishedAt?.getTime() ?? Number.NaN) - stoppedAtMs).toBeLessThan(takenOverMs);
    const sentBefore = (await arrivalsOf(wanted)).filter(
      ({ arrivedAtMs }) => arrivedAtMs < stoppedAtMs + 100,
    );
    const neverSent = left.filter(({ number }) => sentBefore.every((entry) => entry.number !== number));
    expect(neverSent.length).toBeGreaterThan(0);
    const before = await arrivalsOf(wanted);
    worker.process.kill('SIGCONT');
    await pause(3_000);
    expect(await arrivalsOf(wanted)).toEqual(before);
    expect(await takenOver(batchId, stale)).toEqual(left);
  });

  test('a server that is asked to stop ends what is under way, and a worker alone sends the rest', {
    timeout: limitMs,
  }, async () => {
    const wanted = wantedLines(60);
    const batchId = await startBatch(wanted);
    await untilBound(batchId, 10);
    const ended = await terminate(first.process);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.tookMs).toBeLessThan(stopDeadlineMs);
    const stoppedAtMs = Date.now();
    await vi.waitFor(async () => {
      const [row] = await database.db.select().from(batches).where(eq(batches.id, batchId));
      expect(row?.state).toBe('done');
    }, settled);
    await expectAllBound(wanted);
    expect(await answeredOf(wanted)).toHaveLength(wanted.size);
    const all = await attemptsOf(batchId);
    expect(all.filter(({ outcome }) => outcome !== 'throttled')).toHaveLength(wanted.size);
    expect(all.filter(({ committedAt }) => committedAt.getTime() > stoppedAtMs).length).toBeGreaterThan(0);
  });
});

/** Reads a batch again and again, as pages do that are open; gives how often, and fails when one is not answered. */
async function readOn(person: Person, batchId: string, signal: AbortSignal): Promise<number> {
  let reads = 0;
  for (; !signal.aborted; reads += 1) {
    await person.batch(batchId);
    await pause(100);
  }
  return reads;
}

/** Asks a process to stop as an operator would. */
async function terminate(child: ChildProcess): Promise<{ code: number | null; tookMs: number }> {
  const startedMs = performance.now();
  await end(child);
  return { code: child.exitCode, tookMs: performance.now() - startedMs };
}
