/** Milliseconds since the epoch on a clock that never steps back, so that order and distance of arrivals are real. */
export const steadyMs = (): number => performance.timeOrigin + performance.now();

/** The clock the simulated server believes in: it judges timestamps and prints the Date header. */
export function createServerClock() {
  let skewMs = 0;
  return {
    setSkew(ms: number) {
      skewMs = ms;
    },
    /** @param extraMs skew of this one request, on top of the general one */
    nowMs: (extraMs = 0): number => Date.now() + skewMs + extraMs,
  };
}
