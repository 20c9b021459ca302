import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';

/** A line the public can dial, or a number inside the contact center. Decides what number type is suggested. */
export type NumberShape = 'line' | 'inner';

/** What a number is. `service`: mainland 400 and 800 numbers. `short`: dialled by the public without an area code. */
export type NumberKind =
  | 'mobile'
  | 'landline'
  | 'landline_or_mobile'
  | 'service'
  | 'short'
  | 'toll_free'
  | 'premium'
  | 'shared_cost'
  | 'voip'
  | 'other'
  | 'internal'
  | 'unknown';

/** How a meaning was reached; the form has a sentence for each. */
export type ChoiceReason =
  | 'international'
  | 'exit_code'
  | 'country_code_without_plus'
  | 'country_code_twice'
  | 'home_number'
  | 'mainland_number'
  | 'north_america'
  | 'area_code_without_zero'
  | 'mobile_without_zero'
  | 'trunk_prefix_dropped'
  | 'short_number'
  | 'internal'
  | 'as_typed'
  | 'extension'
  | 'main_line';

/** Digits that are sent but were not typed, or typed but are not sent; a screen names each. */
export type NumberChange = { act: 'added' | 'removed'; what: ChangedPart; digits: string };

export type ChangedPart =
  | 'exit_code'
  | 'country_code'
  | 'trunk_prefix'
  | 'repeated_code'
  | 'carrier_code'
  | 'spreadsheet_decimals'
  | 'exponent'
  | 'extension'
  | 'main_number'
  | 'parameters';

/**
 * One thing that a typed number can mean. A meaning is known by `sent` *and* `shape`: 95588 is a public number or an
 * internal one. `inPlan`: a numbering plan has it, or it is an internal number.
 */
export type NumberMeaning = {
  /** The exact text for the provider: digits only. */
  sent: string;
  shape: NumberShape;
  numberKind: NumberKind;
  /** Null where the number belongs to no country. */
  region: HomeCountry | null;
  /** Country code without plus, or null for numbers that are sent without one. */
  callingCode: string | null;
  because: ChoiceReason;
  changes: NumberChange[];
  inPlan: boolean;
};

/** The text that a choice is kept under: a line's is its sent form. */
export const choiceKey = ({ sent, shape }: Pick<NumberMeaning, 'sent' | 'shape'>): string =>
  shape === 'line' ? sent : `${sent} ${shape}`;

/**
 * What meanings of one kind share, for a question that is asked once for many rows: 'CN mobile', '+1', 'short',
 * 'internal', 'as_typed', 'extension'.
 */
export function meaningGroup({ because, numberKind, callingCode }: NumberMeaning): string {
  if (because === 'as_typed' || because === 'extension') return because;
  if (callingCode === null) return numberKind;
  return callingCode === '86' ? `CN ${numberKind}` : `+${callingCode}`;
}

/** One meaning for each text and shape, the first of each. */
export function distinctMeanings(meanings: readonly NumberMeaning[]): NumberMeaning[] {
  const seen = new Set<string>();
  return meanings.filter((meaning) => {
    const key = choiceKey(meaning);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const added = (what: ChangedPart, digits: string): NumberChange[] =>
  digits === '' ? [] : [{ act: 'added', what, digits }];

export const removed = (what: ChangedPart, digits: string): NumberChange[] =>
  digits === '' ? [] : [{ act: 'removed', what, digits }];
