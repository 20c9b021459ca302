import 'server-only';
import { giveRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import { type LateArrival, onTime, toBindingView, type Visibility } from '#lib/bindings/to-view.ts';
import { now } from '#lib/clock.ts';
import { readLateArrivals } from '#lib/delivery/late-arrival.ts';
import { encodeCursor, parseTimeCursor } from '#lib/domain/paging.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context, KnownApp } from '#lib/entry/context.ts';
import { type Judgement, judgeMoment } from '#lib/timeline/as-of.ts';
import { countAtHost, hasLine, listDeciding, timelineQuery } from '#lib/timeline/store.ts';
import type { HostShare, MomentView, TimelinePage } from '#lib/timeline/view.ts';

/** Entries a stretch of the timeline has. */
const stretchRows = 25;
/** So many changes in doubt are listed; it takes as many unclear outcomes in a row to have more. */
const listedDoubts = 5;
/** Other numbers at a host are counted up to here. */
const shareLimit = 100;

/**
 * One stretch of a number's timeline. `not_found` for an app that is not of this console and for a number that left no
 * trace in it, in the same words.
 */
export async function listTimeline(
  context: Context,
  viewer: Viewer,
  { after, ...key }: NumberKey & { after: string | null },
): Promise<Result<TimelinePage>> {
  const allowed = await lookAt(context, viewer, key);
  if (!allowed.ok) return allowed;
  const { eyes, app } = allowed.value;
  const cursor = parseTimeCursor(after ?? '');
  const older = cursor ? { createdAt: cursor.key, id: cursor.id } : null;
  const [present, found] = await Promise.all([
    presentOf(context, key, eyes),
    timelineQuery(context.db, key, { older, limit: stretchRows + 1 }),
  ]);
  const isKnown = found.length > 0 || older !== null || (await hasLine(context.db, key));
  if (!isKnown) return fail(problem('not_found'));
  const rows = found.slice(0, stretchRows);
  const latenessOf = await readLateArrivals(context, rows);
  const last = found.length > stretchRows ? rows.at(-1) : undefined;
  return giveRows(
    context,
    viewer,
    { keys: rows.map(({ id }) => id) },
    {
      appId: key.appId,
      appName: app.name,
      appRetired: app.retired,
      number: key.number,
      present,
      rows: rows.map((row) => toBindingView(row, eyes, latenessOf(row))),
      olderCursor: last ? encodeCursor({ sort: 'time', key: last.createdAt, id: last.id }) : null,
    },
  );
}

/** What a number was bound to at a moment, and by whom; or why nobody can tell. */
export async function getMoment(
  context: Context,
  viewer: Viewer,
  { at, ...key }: NumberKey & { at: string },
): Promise<Result<MomentView>> {
  const allowed = await lookAt(context, viewer, key);
  if (!allowed.ok) return allowed;
  const moment = new Date(at);
  if (moment > now()) return ok({ at, kind: 'future' });
  const judged = await judge(context, key, moment);
  const answer = { at: moment.toISOString(), ...toMomentView(judged, allowed.value.eyes) };
  return giveRows(context, viewer, { keys: [`number ${key.appId} ${key.number}`] }, answer);
}

/** How many other numbers share each host that the number is or may be bound to now. */
export async function listHostShares(
  context: Context,
  viewer: Viewer,
  key: NumberKey,
): Promise<Result<HostShare[]>> {
  const allowed = await lookAt(context, viewer, key);
  if (!allowed.ok) return allowed;
  const deciding = await listDeciding(context.db, key, { at: endOfTime, limit: listedDoubts });
  const hosts = new Set(deciding.flatMap(({ callbackHost }) => callbackHost ?? []));
  const shares = [...hosts].map(async (host): Promise<HostShare> => {
    const others = await countAtHost(context.db, key, { host, limit: shareLimit + 1 });
    return { host, others: Math.min(others, shareLimit), exact: others <= shareLimit };
  });
  const keys = [...hosts].map((host) => `host ${host}`);
  return giveRows(context, viewer, { keys }, await Promise.all(shares));
}

type Look = { eyes: Visibility; app: KnownApp };

/** The right to read, and the app that the number is asked for in. */
async function lookAt(context: Context, viewer: Viewer, { appId, number }: NumberKey): Promise<Result<Look>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const apps = await context.knownApps();
  const app = apps.find(({ id }) => id === appId);
  if (app === undefined || !/^[0-9]{2,20}$/.test(number)) return fail(problem('not_found'));
  return ok({ eyes: { apps, wholeFacts: false, hiddenPartKey: context.hiddenPartKey() }, app });
}

/** Later than every row: with clocks of several servers the newest may lie a little ahead of ours. */
const endOfTime = new Date('9999-12-31T23:59:59.999Z');

async function presentOf(context: Context, key: NumberKey, eyes: Visibility): Promise<MomentView> {
  const judged = await judge(context, key, endOfTime);
  const bound = 'bound' in judged ? judged.bound : null;
  const latenessOf = await readLateArrivals(context, bound ? [bound] : []);
  return { at: now().toISOString(), ...toMomentView(judged, eyes, latenessOf) };
}

async function judge({ db }: Context, key: NumberKey, at: Date): Promise<Judgement<BindingRow>> {
  // PostgreSQL's calendar has no year 0.
  const asked = new Date(Math.max(0, at.getTime()));
  return judgeMoment(await listDeciding(db, key, { at: asked, limit: listedDoubts + 1 }), asked);
}

function toMomentView(
  judged: Judgement<BindingRow>,
  eyes: Visibility,
  latenessOf: (row: BindingRow) => LateArrival = () => onTime,
) {
  if (judged.kind === 'never') return judged;
  const view = (row: BindingRow) => toBindingView(row, eyes, latenessOf(row));
  if (judged.kind === 'exact') return { kind: judged.kind, bound: view(judged.bound) };
  const bound = judged.bound && view(judged.bound);
  const more = judged.perhaps.length > listedDoubts;
  return {
    kind: judged.kind,
    bound,
    perhaps: judged.perhaps
      .slice(0, listedDoubts)
      .map(({ fact, because }) => ({ binding: toBindingView(fact, eyes), because })),
    more,
    // What was not read cannot be known to agree.
    agreed: judged.agreed && !more,
  };
}
