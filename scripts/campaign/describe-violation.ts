import type { History, Violation } from '#scripts/campaign/history-facts.ts';
import type { Kill } from '#scripts/campaign/kill-victim.ts';

type Told = { kills: readonly Kill[]; history: History };

/** Around each thing of a story the kills within this many milliseconds are part of it. */
const nearMs = 2_000;

/** Everything that is known of what a violation names, in the order in which it happened. */
export function tellStory({ invariant, rule, about }: Violation, { kills, history }: Told): string {
  const named = (text: string | null) => text !== null && about.includes(text);
  const requests = new Set(
    history.arrivals.filter((each) => named(each.requestId)).map(({ number }) => number),
  );
  const numbers = new Set(
    history.bindings
      .filter(({ id, key, number }) => named(id) || named(key) || named(number) || requests.has(number))
      .map(({ number }) => number),
  );
  const attempts = history.attempts.filter(({ number }) => numbers.has(number));
  const events = [
    ...history.bindings
      .filter(({ number }) => numbers.has(number))
      .map((row) => ({ atMs: row.createdAtMs, text: `binding ${JSON.stringify(row)}` })),
    ...attempts.map((row) => ({ atMs: row.committedAtMs, text: `attempt ${JSON.stringify(row)}` })),
    ...history.arrivals
      .filter(({ number }) => number !== null && numbers.has(number))
      .map((row) => ({ atMs: row.arrivedAtMs, text: `arrival ${JSON.stringify(row)}` })),
  ];
  const near = kills.filter(({ killedAtMs }) =>
    events.some(({ atMs }) => Math.abs(atMs - killedAtMs) < nearMs),
  );
  const batches = new Set(
    history.bindings.filter(({ number }) => numbers.has(number)).map(({ batchId }) => batchId),
  );
  const told = [
    ...history.intents.filter(({ key }) =>
      history.bindings.some((row) => row.key === key && numbers.has(row.number)),
    ),
    ...history.batchIntents.filter(({ key, told: id }) => named(key) || batches.has(id)),
  ].map(({ key, told: answer }) => `told ${answer} under ${key}`);
  const rows = history.batches.filter(({ id, key }) => batches.has(id) || named(id) || named(key));
  const lines = [
    ...events,
    ...near.map((kill) => ({ atMs: kill.killedAtMs, text: `kill ${JSON.stringify(kill)}` })),
  ]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, text }) => `  ${new Date(atMs).toISOString()} ${text}`);
  return [
    `STORY of ${invariant} ${rule}: ${about}`,
    ...told.map((text) => `  ${text}`),
    ...rows.map((row) => `  batch ${JSON.stringify(row)}`),
    ...lines,
  ].join('\n');
}
