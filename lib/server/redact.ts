/** Shorter values are ordinary words too often; a secret of this console is longer. */
const shortestSecret = 8;

/** The forms in which a secret may turn up in text: as it is, quoted, URL-encoded, base64 and hex. */
const formsOf = (secret: string): string[] => {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
};

/** A provider number in text, such as 0086075586013388: only its last four digits may stay. */
const providerNumber = /\b00\d{6,14}(?=\d{4}\b)/g;
const authorization = /TC3-HMAC-SHA256 Credential=[^"\n]*/g;

/**
 * Makes a function that takes secrets out of text: the given values in six encodings, anything that looks like a
 * TC3 Authorization header, and all but the last four digits of a provider's number.
 */
export function makeRedactor(secrets: readonly (string | null)[]): (text: string) => string {
  const forms = [
    ...new Set(
      secrets.flatMap((secret) => (secret && secret.length >= shortestSecret ? formsOf(secret) : [])),
    ),
  ].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, '[redacted]');
    return clean.replace(authorization, '[redacted]').replace(providerNumber, '…');
  };
}
