/** What came of a way to bind many numbers, as its caller knows it. */
export type Sent = {
  /** Numbers of which the caller was told that they are bound. */
  told: ReadonlySet<string>;
  wallMs: number;
  notes?: string[];
};

/** Over so many ms a rate is looked at that may swing. */
const windowMs = 5_000;

/** How many a second, over the time between the first and the last of them, in ms. NaN for fewer than two. */
export const perSecond = (timesMs: readonly number[]): number =>
  ((timesMs.length - 1) * 1000) / (Math.max(...timesMs) - Math.min(...timesMs));

/**
 * How long after `fromMs` it took until over five seconds 95 % of `left` a second went through; what came before `fromMs`
 * does not count, so it is five seconds at least. Null when it never did before `untilMs`. All in ms of one clock.
 */
export function settledAfterMs(
  timesMs: readonly number[],
  { fromMs, untilMs, left }: { fromMs: number; untilMs: number; left: number },
): number | null {
  const wanted = 0.95 * left * (windowMs / 1000);
  for (let endMs = fromMs + windowMs; endMs <= untilMs; endMs += 50)
    if (within(timesMs, endMs - windowMs, endMs) >= wanted) return endMs - fromMs;
  return null;
}

/** How many lie from one moment up to another. */
export const within = (timesMs: readonly number[], fromMs: number, untilMs: number): number =>
  timesMs.filter((atMs) => atMs >= fromMs && atMs < untilMs).length;

type Ends = {
  wanted: readonly { number: string; callbackUrl: string }[];
  told: Sent['told'];
  /** What each number is bound to at the provider. */
  bound: ReadonlyMap<string, string | null>;
};

/** How many numbers are not bound as wanted, or whose caller cannot tell that they are. */
export const lostOf = ({ wanted, told, bound }: Ends): number =>
  wanted.filter(({ number, callbackUrl }) => !told.has(number) || bound.get(number) !== callbackUrl).length;
