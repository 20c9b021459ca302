import type { PlannedLine } from '#lib/batches/lines/plan.ts';
import { readTypeWord } from '#lib/domain/numbers/number-type-words.ts';

/** What many lines lack alike, or have typed alike that is not known: one choice settles it for all of them. */
export type Gap = {
  field: 'app' | 'numberType' | 'callbackUrl';
  typed: string;
  count: number;
  /** The app is known, and nothing is bound in it any more. */
  isRetired?: true;
};

type App = { id: string; name: string };

/** Gaps of lines that are not ready, those with the most lines first. */
export function gapsOf(
  plan: readonly PlannedLine[],
  apps: readonly App[],
  retiredApps: readonly App[] = [],
): Gap[] {
  const namesOf = (some: readonly App[]) => new Set(some.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  const [known, retired] = [namesOf(apps), namesOf(retiredApps)];
  const gaps = new Map<string, Gap>();
  const add = (field: Gap['field'], typed: string) => {
    const key = `${field} ${typed}`;
    const isRetired = field === 'app' && typed !== '' && retired.has(typed.toLowerCase());
    const gap = gaps.get(key) ?? { field, typed, count: 0, ...(isRetired && { isRetired }) };
    gap.count += 1;
    gaps.set(key, gap);
  };
  for (const planned of plan) {
    if (planned.kind !== 'invalid') continue;
    const { typed, problem } = planned;
    if (!known.has(typed.app) && !known.has(typed.app.toLowerCase())) add('app', typed.app);
    if (typed.numberType !== '' && readTypeWord(typed.numberType) === undefined)
      add('numberType', typed.numberType);
    const isNoUrl =
      problem.field === 'callbackUrl' && ['formula_error', 'url_no_value'].includes(problem.code);
    if (typed.callbackUrl === '' || isNoUrl) add('callbackUrl', typed.callbackUrl);
  }
  return [...gaps.values()].sort((one, other) => other.count - one.count);
}
