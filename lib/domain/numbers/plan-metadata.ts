import metadata from 'libphonenumber-js/max/metadata';
import { type HomeCountry, isHomeCountry } from '#lib/domain/numbers/home-country.ts';

/**
 * libphonenumber's metadata, read place by place as its METADATA.md says, and compiled when it is first asked for. 54 kB
 * compressed: never import this from what a page loads first.
 */

/** What a plan says a number is. `other`: paging, personal and voice mail numbers. */
export type PlanType =
  | 'landline'
  | 'mobile'
  | 'landline_or_mobile'
  | 'toll_free'
  | 'premium'
  | 'shared_cost'
  | 'voip'
  | 'other';

export type Pattern = { matches: RegExp; lengths: ReadonlySet<number> };
export type Plan = {
  region: HomeCountry | null;
  code: string;
  general: Pattern;
  leading: RegExp | null;
  types: [PlanType, Pattern][];
  trunk: RegExp | null;
  trunkPrefix: string;
  transform: string | null;
  exit: RegExp | null;
};

/** Order of the types in the metadata. */
const typeOrder: readonly PlanType[] = [
  'landline',
  'mobile',
  'toll_free',
  'premium',
  'other',
  'other',
  'other',
  'other',
  'voip',
  'shared_cost',
];

type RawType = [pattern: string, lengths?: number[]] | 0 | undefined;
type RawPlan = readonly unknown[];

const raw = metadata as unknown as {
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, RawPlan>;
  nonGeographic: Record<string, RawPlan>;
};

export const textAt = (plan: RawPlan, place: number): string | null => {
  const value = plan[place];
  return typeof value === 'string' && value !== '' ? value : null;
};

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
export const start = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`);

function toPlan(region: string | null, plan: RawPlan): Plan {
  const lengths = new Set(plan[3] as number[]);
  const types = ((plan[11] || []) as RawType[]).flatMap((type, place): [PlanType, Pattern][] =>
    type
      ? [
          [
            typeOrder[place] ?? 'other',
            { matches: whole(type[0]), lengths: type[1] ? new Set(type[1]) : lengths },
          ],
        ]
      : [],
  );
  const leading = textAt(plan, 10);
  const trunk = textAt(plan, 7) ?? textAt(plan, 5);
  const exit = textAt(plan, 1);
  return {
    region: isHomeCountry(region) ? region : null,
    code: textAt(plan, 0) ?? '',
    general: { matches: whole(textAt(plan, 2) ?? '\\d+'), lengths },
    leading: leading === null ? null : start(leading),
    types,
    trunk: trunk === null ? null : start(trunk),
    trunkPrefix: textAt(plan, 5) ?? '',
    transform: textAt(plan, 8),
    exit: exit === null ? null : start(exit),
  };
}

const plansByCode = new Map<string, Plan[]>();

/** The plans of a calling code, compiled when they are first asked for. The first is the main region's. */
export function plansOf(code: string): Plan[] {
  const known = plansByCode.get(code);
  if (known) return known;
  const regions = raw.country_calling_codes[code] ?? [];
  const plans = regions.flatMap((region) => {
    const plan = raw.countries[region];
    return plan ? [toPlan(region, plan)] : [];
  });
  const shared = raw.nonGeographic[code];
  if (shared) plans.push(toPlan(null, shared));
  plansByCode.set(code, plans);
  return plans;
}

/** Every calling code. */
export const codes = new Set([...Object.keys(raw.country_calling_codes), ...Object.keys(raw.nonGeographic)]);

/** Every region that has a numbering plan, as ISO 3166 alpha-2. */
export const planRegions: readonly string[] = Object.keys(raw.countries);

/** The exit codes of each region, as patterns. */
export const exitPatterns = (): string[] => [
  ...new Set(planRegions.flatMap((region) => textAt(raw.countries[region] ?? [], 1) ?? [])),
];

const plansByRegion = new Map<string, Plan | null>();

/** The plan of one region, or null. */
export function planOfRegion(region: string): Plan | null {
  const known = plansByRegion.get(region);
  if (known !== undefined) return known;
  const plan = raw.countries[region];
  const made = plan ? toPlan(region, plan) : null;
  plansByRegion.set(region, made);
  return made;
}
