import type { LastCheck } from '#lib/connection/view.ts';
import type { AttemptOutcome } from '#lib/domain/outcome.ts';
import type { Contact } from '#lib/overview/view.ts';

/** A finished request, as far as it tells about the way to the provider. */
export type Try = {
  finishedAt: Date;
  outcome: AttemptOutcome;
  code: string | null;
  clockSkewMs: number | null;
};

/** Ended on our side: these say nothing about the provider. */
const ownEnds: readonly (string | null)[] = ['NotSent.WaitedTooLong', 'Unknown.Interrupted'];

const isAnswer = ({ outcome }: Try): boolean => outcome !== 'not_sent' && outcome !== 'unknown';

/** What the newest requests (newest first) and the newest check of the key tell. Nothing is concluded from silence. */
export function readContact(tries: readonly Try[], check: LastCheck | null): Contact {
  const told = tries.filter(({ code }) => !ownEnds.includes(code));
  const answered = told.find(isAnswer);
  const silent = told.find((each) => !isAnswer(each));
  const clock = told.find(({ clockSkewMs }) => clockSkewMs !== null);
  const checkAnswered = check !== null && check.verdict !== 'not_sent' && check.verdict !== 'unclear';
  const answeredAt = newest(iso(answered?.finishedAt), checkAnswered ? check.at : null);
  const silences = [
    ...(silent ? [{ at: silent.finishedAt.toISOString(), code: silent.code }] : []),
    ...(check && !checkAnswered ? [{ at: check.at, code: check.code }] : []),
  ].filter(({ at }) => answeredAt === null || at > answeredAt);
  return {
    answeredAt,
    silence: silences.sort((one, other) => (one.at < other.at ? 1 : -1))[0] ?? null,
    clock:
      clock && clock.clockSkewMs !== null
        ? { at: clock.finishedAt.toISOString(), skewMs: clock.clockSkewMs }
        : null,
  };
}

const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null;

const newest = (one: string | null, other: string | null): string | null =>
  one !== null && (other === null || one > other) ? one : other;
