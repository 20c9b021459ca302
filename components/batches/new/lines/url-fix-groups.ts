import type { UrlFixCode } from '#components/batches/new/lines/line-changes.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

/** Lines whose URLs can be corrected alike with one press. `example`: how the first of them is written. */
export type UrlFixGroup = { code: UrlFixCode; count: number; example: string };

const codes: Record<UrlFixCode, true> = {
  url_ends_in_mark: true,
  url_wrapped: true,
  url_needs_https: true,
  url_scheme_misspelt: true,
  url_not_canonical: true,
};

const isFixCode = (code: string): code is UrlFixCode => Object.hasOwn(codes, code);

/** By which correction a line's URL would change; null where there is none. */
function fixOf(planned: PlannedLine): UrlFixCode | null {
  if (planned.kind === 'ready' || planned.kind === 'duplicate')
    return planned.hints.includes('ends_in_mark') ? 'url_ends_in_mark' : null;
  if (planned.kind !== 'invalid') return null;
  const { code, field, params } = planned.problem;
  return field === 'callbackUrl' && params?.canonical !== undefined && isFixCode(code) ? code : null;
}

/** Corrections that one press makes in all lines of a kind, those of the most lines first. */
export function urlFixGroups(plan: readonly PlannedLine[]): UrlFixGroup[] {
  const groups = new Map<UrlFixCode, UrlFixGroup>();
  for (const planned of plan) {
    const code = fixOf(planned);
    if (code === null) continue;
    const group = groups.get(code) ?? { code, count: 0, example: planned.typed.callbackUrl };
    group.count += 1;
    groups.set(code, group);
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
