/** What one page leaves behind for the page of a new batch, in this tab. */
export type Carrier<Carried> = {
  /** A browser that keeps nothing opens that page empty. */
  carry: (carried: Carried) => void;
  /** What was left last; it stays for a reload of the page. */
  carried: () => Carried | null;
};

/** `read` takes what was stored, or null, and gives only what has the right shape. */
export function makeSessionHandoff<Carried>(
  name: string,
  read: (text: string | null) => Carried | null,
): Carrier<Carried> {
  const forget = () => {
    try {
      sessionStorage.removeItem(name);
    } catch {
      // Then nothing was kept either.
    }
  };
  return {
    carry: (carried) => {
      try {
        sessionStorage.setItem(name, JSON.stringify(carried));
      } catch {
        // Storage can be full or forbidden. What was kept before would be something else.
        forget();
      }
    },
    carried: () => {
      try {
        return read(sessionStorage.getItem(name));
      } catch {
        return null;
      }
    },
  };
}
