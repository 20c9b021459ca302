import { setTimeout as pause } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import type { Viewer } from '#lib/auth/viewer.ts';
import { startRunner } from '#lib/batches/runner.ts';
import { startBatch } from '#lib/batches/service.ts';
import { bind } from '#lib/bind-number/service.ts';
import type { Database, OpenDatabase } from '#lib/db/database.ts';
import { tidy } from '#lib/db/embedded-upkeep.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import { createGateway, type Gateway } from '#lib/tencent/gateway.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { readFacts, sentFact } from '#scripts/power-cut/facts.ts';
import type { Ledger } from '#scripts/power-cut/ledger.ts';

export type LoadSize = {
  ms: number;
  /** How many lines the batch has that is sent meanwhile. */
  batchLines: number;
};

const admin: Viewer = {
  id: 'person-ada',
  name: 'Ada',
  email: 'ada@acme.com',
  role: 'admin',
  sessionId: 'session-ada',
  address: '127.0.0.1',
};
const appId = '1400000000';
const lookEveryMs = 200;

let taken = 0;
const freshNumber = (): string => `0086075${String(10_000_000 + ++taken)}`;

/**
 * Works on a database as a busy console does: three people bind one number after another, a batch is sent, the upkeep runs
 * half way through, and somebody watches history all the while. Whatever anybody is told goes into the ledger.
 */
export async function work(
  { db }: OpenDatabase,
  ledger: Ledger,
  { simulator, ms, batchLines }: LoadSize & { simulator: Simulator },
): Promise<{ commits: number }> {
  const gateway = createGateway({
    endpoint: new URL(simulator.endpoint),
    credentials: { ...simulator.credentials, source: 'simulator' },
  });
  const context = contextOn(db, noteLeaving(gateway, ledger));
  const before = await nextTransaction(db);
  const stopRunner = startRunner(context);
  const until = performance.now() + ms;
  const goesOn = () => performance.now() < until;

  const bindOnAndOn = async () => {
    while (goesOn()) await bindTwice(context, ledger);
  };
  const watch = async () => {
    for (; goesOn(); await pause(lookEveryMs)) ledger.tellAll(await readFacts(db));
  };
  const keepUp = async () => {
    await pause(ms / 2);
    ledger.phase('tidying');
    await tidy(engineOf(db));
    ledger.phase('working');
  };
  ledger.phase('working');
  await Promise.all([runBatch(context, ledger, batchLines), bindOnAndOn(), bindOnAndOn(), watch(), keepUp()]);
  await stopRunner();
  ledger.tellAll(await readFacts(db));
  const commits = (await nextTransaction(db)) - before;
  gateway.close();
  return { commits };
}

const contextOn = (db: Database, gateway: Gateway): Context => ({
  db,
  gateway,
  ...appsOf(db, [{ id: appId, name: 'Main line' }]),
  owner: 'process-before-the-cut',
  soleProcess: true,
  allowHttpCallbacks: false,
  hiddenPartKey: () => 'a key for tests',
  horizonMs: lateArrivalMs,
  sendsPerSecond: 20,
  failPoint: null,
});

/** A byte that has left says that its attempt is stored. */
const noteLeaving = (gateway: Gateway, ledger: Ledger): Gateway => ({
  ...gateway,
  send: (prepared, options) => {
    ledger.tell(sentFact(prepared.bodySha256));
    return gateway.send(prepared, options);
  },
});

async function bindTwice(context: Context, ledger: Ledger): Promise<void> {
  const number = freshNumber();
  let seen: string | null = null;
  for (const path of ['in', 'out']) {
    const callbackUrl = `https://calls.acme.com/${path}`;
    const answer = await bind(context, admin, wants({ number, callbackUrl, seen }));
    if (!answer.ok || answer.value.kind !== 'settled') return;
    const { id, attemptCount } = answer.value.binding;
    ledger.tell({ about: `binding ${id}`, progress: 2 * attemptCount + 1, final: null });
    seen = id;
  }
}

async function runBatch(context: Context, ledger: Ledger, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, index) => ({
    number: freshNumber(),
    callbackUrl: `https://batch.acme.com/${index}`,
  }));
  const answer = await startBatch(context, admin, wantsBatch(lines));
  if (!answer.ok || answer.value.kind !== 'started') throw new Error(JSON.stringify(answer));
  ledger.tell({ about: `batch ${answer.value.batchId}`, progress: 0, final: null });
}

/** The transaction that is written next: only those that change something take a number. */
async function nextTransaction(db: Database): Promise<number> {
  const { rows } = await db.execute<{ next: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  );
  return Number(rows[0]?.next);
}

/** What the query builder keeps beside it, and our type of it does not tell. */
const engineOf = (db: Database): PGlite => (db as unknown as { $client: PGlite }).$client;
