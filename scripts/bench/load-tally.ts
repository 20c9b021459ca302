import { quantile, rounded } from '#scripts/bench/figures.ts';

/** One request: how it was answered (`lost` where no answer came) and how long that took, its body read. */
export type Heard = { kind: string; status: number | 'lost'; ms: number };

/** Whatever a signed-in browser does not expect; a page that leads elsewhere too. */
export const isError = ({ status }: Heard): boolean => status !== 200;

const line = (name: string, heard: readonly Heard[]): string[] => {
  const ms = heard.map((each) => each.ms);
  const times = [0.5, 0.95, 0.99].map((share) => rounded(quantile(ms, share), 0));
  return [name, String(heard.length), String(heard.filter(isError).length), ...times];
};

/** A line for each kind, in order of name, then one for all. */
export function tally(heard: readonly Heard[]): string[][] {
  const kinds = Map.groupBy(heard, ({ kind }) => kind);
  const lines = [...kinds].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return [...lines.map(([kind, each]) => line(kind, each)), line('all', heard)];
}

/** What was answered how often, the statuses in order: `200: 812, 503: 2, lost: 1`. */
export function statusesOf(heard: readonly Heard[]): string {
  const statuses = Map.groupBy(heard, ({ status }) => String(status));
  return [...statuses]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([status, { length }]) => `${status}: ${length}`)
    .join(', ');
}
