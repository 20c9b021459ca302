import { createHmac, timingSafeEqual } from 'node:crypto';
import { onlyHeader, sha256Hex, type WireRequest } from '#lib/simulator/wire-request.ts';

type ClaimedSignature = {
  secretId: string;
  date: string;
  service: string;
  signedNames: string[];
  signatureHex: string;
};

const shape =
  /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d{2}-\d{2})\/([a-z0-9-]+)\/tc3_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

/** Takes an Authorization header apart; undefined when it is not exactly of Tencent's printed form. */
export function parseAuthorization(text: string): ClaimedSignature | undefined {
  const [, secretId, date, service, names, signatureHex] = shape.exec(text) ?? [];
  if (!secretId || !date || !service || !names || !signatureHex) return undefined;
  return { secretId, date, service, signedNames: names.split(';'), signatureHex };
}

/**
 * Recomputes the signature from what arrived and compares. False as well when a signed header is absent, sent twice or
 * listed out of order. Source: "Signature v3" of the Tencent Cloud API documentation. Written apart from the console's
 * signer on purpose, so that one mistake cannot hide in both.
 */
export function signatureHolds(request: WireRequest, claimed: ClaimedSignature, secretKey: string): boolean {
  const names = claimed.signedNames;
  if (names.some((name, index) => index > 0 && name <= (names[index - 1] ?? ''))) return false;

  let canonical = `${request.method}\n/\n\n`;
  for (const name of names) {
    const value = onlyHeader(request, name);
    if (value === undefined) return false;
    canonical += `${name}:${value.trim().toLowerCase()}\n`;
  }
  canonical += `\n${names.join(';')}\n${sha256Hex(request.body)}`;

  const scope = `${claimed.date}/${claimed.service}/tc3_request`;
  const statement = ['TC3-HMAC-SHA256', onlyHeader(request, 'x-tc-timestamp'), scope, sha256Hex(canonical)];
  const key = [claimed.date, claimed.service, 'tc3_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    Buffer.from(`TC3${secretKey}`),
  );
  return timingSafeEqual(hmac(key, statement.join('\n')), Buffer.from(claimed.signatureHex, 'hex'));
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
