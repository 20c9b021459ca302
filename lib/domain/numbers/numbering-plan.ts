import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import {
  codes,
  exitPatterns,
  type Pattern,
  type Plan,
  type PlanType,
  planOfRegion,
  plansOf,
  start,
} from '#lib/domain/numbers/plan-metadata.ts';

/** A number of a plan. `region`: null for codes of no country (such as +800). */
export type PlanNumber = { region: HomeCountry | null; type: PlanType };

/** How a number is written once what is dialled only inside the country was taken off. */
export type TrunkVariant = { national: string; removed: string; added: string };

/** The calling code that digits begin with. No code is the beginning of another one. */
export function callingCodeAt(digits: string): string | null {
  for (let length = 1; length <= 3; length += 1) {
    const code = digits.slice(0, length);
    if (codes.has(code)) return code;
  }
  return null;
}

const fits = ({ matches, lengths }: Pattern, national: string): boolean =>
  lengths.has(national.length) && matches.test(national);

function typeIn(plan: Plan, national: string): PlanType | null {
  if (!fits(plan.general, national)) return null;
  const found = plan.types.filter(([, pattern]) => fits(pattern, national)).map(([type]) => type);
  // A plan without any types takes whatever its general pattern takes.
  if (plan.types.length === 0) return 'other';
  if (found.includes('landline')) {
    const hasMobile = plan.types.some(([type]) => type === 'mobile');
    return found.includes('mobile') || !hasMobile ? 'landline_or_mobile' : 'landline';
  }
  return found[0] ?? null;
}

/** What a number without its calling code is by the plans of that code; null where none of them has it. */
export function findInPlan(code: string, national: string): PlanNumber | null {
  const plans = plansOf(code);
  for (const plan of plans) {
    if (plan.leading !== null && plans.length > 1 && plan !== plans[0] && !plan.leading.test(national))
      continue;
    const type = typeIn(plan, national);
    if (type !== null) return { region: plan.region, type };
  }
  return null;
}

/** Whether a plan of that code has numbers as long as this one, whatever their digits. */
export const isPossibleLength = (code: string, national: string): boolean =>
  plansOf(code).some(({ general }) => general.lengths.has(national.length));

/** What is left of a number after the trunk prefix of its country, and what was changed for it. */
function withoutTrunk({ trunk, transform }: Plan, national: string): TrunkVariant | null {
  const match = trunk?.exec(national);
  if (!match || match[0] === '') return null;
  const groups = match.slice(1);
  const caught = groups.at(-1);
  const rest =
    transform && caught
      ? transform.replace(/\$(\d)/g, (_, place: string) => match[Number(place)] ?? '') +
        national.slice(match[0].length)
      : national.slice(match[0].length);
  const end = national.length - match[0].length;
  const [head, tail] = [national.slice(0, match[0].length), rest.slice(0, rest.length - end)];
  return { national: rest, ...difference(head, tail) };
}

/** The digits that only one of two texts has: of 1115 and 911, 15 was removed and 9 added. */
function difference(before: string, after: string): { removed: string; added: string } {
  if (before === '' || after === '') return { removed: before, added: after };
  if (before.at(-1) === after.at(-1)) return difference(before.slice(0, -1), after.slice(0, -1));
  const without = difference(before.slice(0, -1), after);
  const beside = difference(before, after.slice(0, -1));
  return without.removed.length < beside.removed.length
    ? { removed: without.removed + before.slice(-1), added: without.added }
    : { removed: beside.removed, added: beside.added + after.slice(-1) };
}

/** A number behind its calling code with the trunk prefix still on it (44 020 7946 0958), without it. */
export function trunkVariant(code: string, national: string): TrunkVariant | null {
  const [main] = plansOf(code);
  return main ? withoutTrunk(main, national) : null;
}

/**
 * The national forms of a region that digits can be: as they stand, and without the trunk prefix. `complete`: nothing
 * that is dialled inside the country is missing in front.
 */
export function nationalForms(
  region: string,
  digits: string,
): (TrunkVariant & PlanNumber & { code: string; complete: boolean })[] {
  const plan = planOfRegion(region);
  if (plan === null) return [];
  const { code, trunkPrefix } = plan;
  const asIs = { national: digits, removed: '', added: '' };
  const stripped = withoutTrunk(plan, digits);
  return [asIs, ...(stripped ? [stripped] : [])].flatMap((form) => {
    const found = findInPlan(code, form.national);
    if (found === null) return [];
    const needsTrunk = trunkPrefix.startsWith('0') && found.type !== 'mobile' && form === asIs;
    return [{ ...form, ...found, code, complete: !needsTrunk || found.type === 'toll_free' }];
  });
}

/** The exit codes of a region that digits begin with: '011' of 'US'. */
export function ownExitCode(region: string, digits: string): string | null {
  return planOfRegion(region)?.exit?.exec(digits)?.[0] ?? null;
}

/**
 * Exit codes that are looked for wherever somebody is: those beginning with 00 and one more digit or with 01, 810 and 119. The
 * others of the metadata are taken for area codes in most countries.
 */
const commonExit = /^(?:00\d+|01\d+|810|119)$/;

let exits: RegExp[] | null = null;

/** Every exit code that digits begin with, other than 00 itself. */
export function foreignExitCodes(digits: string): string[] {
  if (!/^(?:0[01]|810|119)/.test(digits)) return [];
  exits ??= exitPatterns().map(start);
  const found = exits.flatMap((exit) => exit.exec(digits)?.[0] ?? []);
  return [...new Set(found.filter((code) => commonExit.test(code)))];
}
