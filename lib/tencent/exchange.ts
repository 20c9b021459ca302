import type { NotSentCode, UnknownCode } from '#lib/domain/provider-codes.ts';

/** What happened on the wire, before anybody asks what it means. */
export type Exchange =
  /** It is certain that no byte of the request left this machine. */
  | { kind: 'not_sent'; code: NotSentCode }
  /** A byte may have left, and no whole answer that we accept came back. */
  | { kind: 'lost'; code: UnknownCode; httpStatus: number | null; date: string | null }
  /** A whole answer, within the deadline and the cap, in no content encoding. */
  | { kind: 'answered'; httpStatus: number; date: string | null; contentType: string | null; body: Buffer };
