/** What the board hands over: numbers as `app.number`, or with `search`, a query string, all that match it but those. */
export type CarriedChoice = { search: string | null; keys: string[] };

const name = 'patchboard-bulk-choice';

/** Keeps a choice for the page of a new batch, in this tab. A browser that keeps nothing opens that page empty. */
export function carryChoice(choice: CarriedChoice): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(choice));
  } catch {
    // Storage can be full or forbidden. What was kept before would be another choice.
    forget();
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Then nothing was kept either.
  }
}

/** The choice kept last; it stays for a reload of the page. */
export function carriedChoice(): CarriedChoice | null {
  try {
    return readChoice(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

/** Takes only what has the right shape. */
export function readChoice(text: string | null): CarriedChoice | null {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const { search, keys } = kept as Partial<Record<keyof CarriedChoice, unknown>>;
  if (search !== null && typeof search !== 'string') return null;
  return Array.isArray(keys) && keys.every((each) => typeof each === 'string') ? { search, keys } : null;
}
