/**
 * Places around a single send where a campaign ends the process, to prove that no binding is lost or doubled. A
 * context carries a name only against a loopback endpoint.
 */
export type FailPoint =
  | 'before-intent-commit'
  | 'after-intent-commit'
  | 'before-first-byte'
  | 'mid-write'
  | 'request-sent'
  | 'answer-read'
  | 'before-outcome-commit'
  | 'after-outcome-commit';

/** Ends this process at once, with nothing flushed or closed, when `active` names this place. */
export function reachFailPoint(active: string | null, place: FailPoint): void {
  if (active === place) process.kill(process.pid, 'SIGKILL');
}
