import type { AttemptOutcome } from '#lib/domain/outcome.ts';
import { proofOf } from '#lib/domain/provider-codes.ts';
import { parseEnvelope, saysOtherCharset, snippetOf } from '#lib/tencent/envelope.ts';
import type { Exchange } from '#lib/tencent/exchange.ts';

type Verdict = {
  outcome: AttemptOutcome;
  httpStatus: number | null;
  /** The provider's code verbatim, or our own where no readable answer came. Null when bound. */
  code: string | null;
  /** The provider's words, at most 500 characters; never to be parsed. */
  message: string | null;
  requestId: string | null;
};

/**
 * What an exchange proves, read from top to bottom. Bound needs everything to be right; refused, throttled and not
 * sent need proof that the binding was not applied; whatever is left is unknown.
 */
export function judge(exchange: Exchange): Verdict {
  const nothing = { httpStatus: null, code: null, message: null, requestId: null };

  if (exchange.kind === 'not_sent') return { ...nothing, outcome: 'not_sent', code: exchange.code };

  const { httpStatus } = exchange;
  if (exchange.kind === 'lost') return { ...nothing, outcome: 'unknown', httpStatus, code: exchange.code };

  const envelope = saysOtherCharset(exchange.contentType) ? null : parseEnvelope(exchange.body);
  const requestId = envelope?.requestId ?? null;

  // Tencent answers 200 to everything it processed, also to a bad signature; other statuses come from machines between.
  if (httpStatus !== 200) {
    const message =
      envelope?.kind === 'error' ? `${envelope.code}: ${envelope.message}` : snippetOf(exchange.body);
    return {
      outcome: 'unknown',
      httpStatus,
      code: 'Unknown.HttpStatus',
      message: message?.slice(0, 500) ?? null,
      requestId,
    };
  }

  if (envelope === null) {
    const message = snippetOf(exchange.body);
    return { outcome: 'unknown', httpStatus, code: 'Unknown.UnexpectedAnswer', message, requestId };
  }

  if (envelope.kind === 'success') return { ...nothing, outcome: 'bound', httpStatus, requestId };

  const answered = { httpStatus, code: envelope.code, message: envelope.message || null, requestId };
  switch (proofOf(envelope.code)) {
    case 'throttled':
      return { outcome: 'throttled', ...answered };
    case 'not_applied':
      return { outcome: 'refused', ...answered };
    case 'uncertain':
      return { outcome: 'unknown', ...answered };
  }
}
