/** What the bind form hands over when several numbers were pasted into it. */
export type Carried = { numbers: string[]; appId: string; callbackUrl: string };

const name = 'patchboard-bulk-numbers';

/** Keeps numbers for the page of a new batch, in this tab. A browser that keeps nothing opens that page empty. */
export function carryNumbers(carried: Carried): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(carried));
  } catch {
    // Storage can be full or forbidden.
  }
}

/** The numbers kept last; they stay for a reload of the page. */
export function carriedNumbers(): Carried | null {
  try {
    return readCarried(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

/** Takes only what has the right shape. */
export function readCarried(text: string | null): Carried | null {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const { numbers, appId, callbackUrl } = kept as Partial<Record<keyof Carried, unknown>>;
  if (!Array.isArray(numbers) || !numbers.every((each) => typeof each === 'string')) return null;
  return {
    numbers,
    appId: typeof appId === 'string' ? appId : '',
    callbackUrl: typeof callbackUrl === 'string' ? callbackUrl : '',
  };
}
