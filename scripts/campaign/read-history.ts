import { asc } from 'drizzle-orm';
import { openDatabase } from '#lib/db/open.ts';
import { attempts, batches, bindings } from '#lib/db/schema.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import type { WireEntry } from '#lib/simulator/wire-log.ts';
import type { Arrival, History } from '#scripts/campaign/history-facts.ts';

/** Reads the console's rows, with no console running on an embedded database, and what the simulator has seen. */
export async function readHistory(
  database: { databaseUrl: string | null; dataDir: string },
  { control }: Simulator,
  told: Pick<History, 'intents' | 'batchIntents'> & Partial<Pick<History, 'sentAnew'>>,
): Promise<History> {
  const { db, close } = await openDatabase(database);
  const bindingRows = await db.select().from(bindings).orderBy(asc(bindings.createdAt), asc(bindings.id));
  const attemptRows = await db.select().from(attempts);
  const batchRows = await db.select().from(batches);
  await close();
  const world = await control.world();
  return {
    sentAnew: [],
    ...told,
    batches: batchRows.map((row) => ({ ...row, key: row.idempotencyKey })),
    bindings: bindingRows.map((row) => ({
      ...row,
      key: row.idempotencyKey,
      number: inApp(row.appId, row.number),
      createdAtMs: row.createdAt.getTime(),
      settledAtMs: row.settledAt?.getTime() ?? null,
    })),
    attempts: attemptRows.map((row) => ({
      ...row,
      number: inApp(row.appId, row.number),
      committedAtMs: row.committedAt.getTime(),
      finishedAtMs: row.finishedAt?.getTime() ?? null,
    })),
    arrivals: (await control.log()).filter(({ action }) => action === bindAction).map(toArrival),
    bound: new Map(world.bindings.map((each) => [inApp(each.sdkAppId, each.number), each.callbackUrl])),
    limiter: { perSecond: 20, ...(await control.counters()) },
  };
}

const bindAction = 'BindNumberCallInInterface';
const inApp = (appId: string, number: string): string => `${appId} ${number}`;

/** Of a request that was cut the first half still names its number. */
function toArrival(entry: WireEntry): Arrival {
  const body = Buffer.from(entry.bodyBase64, 'base64').toString();
  const number = entry.number ?? /"Number":"(\d+)"/.exec(body)?.[1] ?? null;
  return {
    number: number === null || entry.sdkAppId === null ? null : inApp(entry.sdkAppId, number),
    whole: entry.verdict !== 'incomplete',
    bodySha256: entry.bodySha256,
    arrivedAtMs: Date.parse(entry.arrivedAt),
    applied: entry.appliedOrder !== null,
    requestId: entry.requestId,
  };
}
