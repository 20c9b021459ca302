/** A stated time is rounded to a second and arrives a moment late; a smaller difference may be none. In ms. */
const leastMs = 2000;

/**
 * How far a server's clock is ahead of a browser's, in ms, after the server stated its time. `known` stays while the
 * statement allows it, so that times on the screen do not shiver.
 *
 * `statedMs`: the server's clock when it answered. `askedMs`, `gotMs`: the browser's clock before and after.
 */
export function clockAhead(
  known: number,
  stated: { statedMs: number; askedMs: number; gotMs: number },
): number {
  const { statedMs, askedMs, gotMs } = stated;
  // The answer was written at some time between the two.
  const most = statedMs - askedMs;
  const least = statedMs - gotMs;
  if (known >= least - leastMs && known <= most + leastMs) return known;
  const measured = Math.round((least + most) / 2);
  return Math.abs(measured) <= leastMs ? 0 : measured;
}
