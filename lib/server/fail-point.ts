import { processSingleton } from '#lib/server/process-singleton.ts';

/** Those around one request, which every binding passes. */
export const sendPoints = [
  'before-first-byte',
  'mid-write',
  'request-sent',
  'answer-read',
  'before-outcome-commit',
  'after-outcome-commit',
] as const;

/**
 * Places on the way of a binding where a campaign ends the process, to prove that none is lost or doubled. A context
 * carries a name only against a loopback endpoint.
 */
export const failPoints = [
  'before-intent-commit',
  'after-intent-commit',
  'before-batch-commit',
  'after-batch-commit',
  'before-stop-commit',
  'before-claim-commit',
  'after-claim-commit',
  'before-reassert-commit',
  'after-reassert-commit',
  ...sendPoints,
  'before-requeue-commit',
  'after-requeue-commit',
] as const;
export type FailPoint = (typeof failPoints)[number];

/**
 * Ends this process at once, with nothing flushed or closed, when `active` names this place. `place:3` names it from the
 * third time on that the process comes there.
 */
export function reachFailPoint(active: string | null, place: FailPoint): void {
  const [name, from = '1'] = active?.split(':') ?? [];
  if (name !== place) return;
  const visits = processSingleton('fail-point', () => ({ made: 0 }));
  visits.made += 1;
  if (visits.made >= Number(from)) process.kill(process.pid, 'SIGKILL');
}
