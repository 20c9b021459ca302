import 'server-only';
import { noteRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { type LateArrival, toBindingView } from '#lib/bindings/to-view.ts';
import { now } from '#lib/clock.ts';
import { getConnection } from '#lib/connection/service.ts';
import { readLateArrivals, toUnsettledView } from '#lib/delivery/late-arrival.ts';
import { listUnsettled } from '#lib/delivery/store-unsettled.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { readerOf } from '#lib/history/reader.ts';
import { listPage } from '#lib/history/store.ts';
import { readContact } from '#lib/overview/contact.ts';
import {
  countLimit,
  countOutcomes,
  listByIds,
  listTries,
  listUnknown,
  type OutcomeCount,
  unknownLimit,
} from '#lib/overview/store.ts';
import type { OutcomeSpan, OverviewView } from '#lib/overview/view.ts';
import { listRecentResets } from '#lib/people/resets.ts';
import { getSetback } from '#lib/safe-mode/service.ts';

const spanMs = { day: 86_400_000, week: 604_800_000 };
const shownRows = 10;

/** What a person wants to see on arriving: how it went, what is open, what changed last, whether the provider answers. */
export async function getOverview(context: Context, viewer: Viewer): Promise<Result<OverviewView>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const connection = await getConnection(context, viewer);
  if (!connection.ok) return connection;
  const { db } = context;
  const at = now();
  const [dayFrom, weekFrom] = [startOf('day', at), startOf('week', at)];
  const setback = await getSetback(context, viewer);
  if (!setback.ok) return setback;
  const [counts, unknown, unsettled, latest, tries] = await Promise.all([
    countOutcomes(db, { dayFrom, weekFrom }),
    listUnknown(db),
    readUnsettled(context),
    listPage(db, {}, { ...readerOf(viewer), size: shownRows }),
    listTries(db),
  ]);
  const latenessOf = await readLateArrivals(context, latest.rows);
  const eyes = {
    apps: connection.value.knownApps,
    wholeFacts: false,
    hiddenPartKey: context.hiddenPartKey(),
  };
  const total = counts.reduce((sum, { inWeek }) => sum + inWeek, 0);
  const given = [...unknown.slice(0, shownRows).map(({ row }) => row), ...unsettled.rows, ...latest.rows];
  await noteRows(
    context,
    viewer,
    given.map(({ id }) => id),
  );
  return ok({
    setback: setback.value,
    spans: [
      toSpan('day', dayFrom, counts),
      { ...toSpan('week', weekFrom, counts), exact: total <= countLimit },
    ],
    unknown: {
      rows: unknown.slice(0, shownRows).map(({ row }) => toBindingView(row, eyes)),
      repeatable: unknown.slice(0, shownRows).flatMap(({ row, isNewest }) => (isNewest ? [row.id] : [])),
      ...countOf(unknown),
    },
    unsettled: {
      rows: unsettled.rows.map((row) => toBindingView(row, eyes, unsettled.latenessOf(row))),
      ...countOf(unsettled.all),
    },
    latest: latest.rows.map((row) => toBindingView(row, eyes, latenessOf(row))),
    contact: readContact(tries, connection.value.lastCheck),
    connection: connection.value,
    resets: await listRecentResets(context, viewer),
  });
}

const countOf = (found: readonly unknown[]) => ({
  count: Math.min(found.length, unknownLimit),
  exact: found.length <= unknownLimit,
});

const urgency = ['leave', 'send', 'wait'];

/** Numbers that are not settled, with the bound changes of those that are shown. */
async function readUnsettled({ db, horizonMs }: Context) {
  const found = await listUnsettled(db, { horizonMs, limit: unknownLimit + 1 });
  const all = found
    .map((each) => ({ id: each.boundId, unsettled: toUnsettledView(each) }))
    .toSorted((a, b) => urgency.indexOf(a.unsettled.step) - urgency.indexOf(b.unsettled.step));
  const shown = all.slice(0, shownRows);
  const ids = shown.map(({ id }) => id);
  const rows = await listByIds(db, ids);
  return {
    all,
    rows: rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    latenessOf: ({ id }: BindingRow): LateArrival => ({
      unsettled: shown.find((each) => each.id === id)?.unsettled ?? null,
      sentAgainAt: null,
      afterReset: null,
    }),
  };
}

/** On a whole minute, so that the address of history asked from there stays readable. */
function startOf(span: keyof typeof spanMs, at: Date): Date {
  const minute = 60_000;
  return new Date(Math.floor((at.getTime() - spanMs[span]) / minute) * minute);
}

function toSpan(span: OutcomeSpan['span'], from: Date, counts: readonly OutcomeCount[]): OutcomeSpan {
  const field = span === 'day' ? 'inDay' : 'inWeek';
  const some = counts.filter((count) => count[field] > 0);
  const day = counts.reduce((sum, { inDay }) => sum + inDay, 0);
  return {
    span,
    from: from.toISOString(),
    counts: Object.fromEntries(some.map((count) => [count.state, count[field]])),
    exact: day <= countLimit,
  };
}
