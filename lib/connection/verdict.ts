import type { AttemptOutcome } from '#lib/domain/outcome.ts';
import type { CheckVerdict } from '#lib/domain/recorded-event.ts';

/** A key is authenticated before its policy is asked, so a refusal by policy shows that the key itself is good. */
const byPolicy = /^(?:UnauthorizedOperation(?:\..+)?|AuthFailure\.UnauthorizedOperation)$/;

/** What the outcome of a harmless read says about the key. */
export function verdictOf({ outcome, code }: { outcome: AttemptOutcome; code: string | null }): CheckVerdict {
  if (outcome === 'bound') return 'works';
  if (outcome === 'refused') return byPolicy.test(code ?? '') ? 'limited' : 'refused';
  return outcome === 'not_sent' ? 'not_sent' : 'unclear';
}
