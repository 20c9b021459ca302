import type { NotSentCode, UnknownCode } from '#lib/domain/provider-codes.ts';

/** OpenSSL's verification results as Node names them, and Node's own check of the host name. */
const certificateErrors = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Why nothing was sent. Call it only when no byte of the request can have left. */
export function notSentCode(error: unknown): NotSentCode {
  const code = errorCode(error);
  if (certificateErrors.has(code)) return 'NotSent.CertificateInvalid';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'NotSent.NameNotFound';
  if (code === 'ECONNREFUSED') return 'NotSent.ConnectionRefused';
  if (code === 'ETIMEDOUT') return 'NotSent.ConnectTimeout';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_'))
    return 'NotSent.TlsFailed';
  if (code === 'ERR_INVALID_CHAR' || code.startsWith('ERR_HTTP_')) return 'NotSent.RequestInvalid';
  return 'NotSent.Unreachable';
}

/** What took the answer away, when the request may have arrived. */
export const lostCode = (error: unknown): UnknownCode =>
  errorCode(error).startsWith('HPE_') ? 'Unknown.UnexpectedAnswer' : 'Unknown.ConnectionReset';
