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
// A backslash ends it too: inside JSON that is where the text's own closing quote may follow.
const authorization = /TC3-HMAC-SHA256 Credential=[^"\\\n]*/g;

/** Makes a function that takes the given values out of text, in six encodings, and TC3 Authorization headers. */
export function makeSecretRemover(secrets: readonly (string | null)[]): (text: string) => string {
  const forms = [
    ...new Set(
      secrets.flatMap((secret) => (secret && secret.length >= shortestSecret ? formsOf(secret) : [])),
    ),
  ].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, '[redacted]');
    return clean.replace(authorization, '[redacted]');
  };
}

/** For what is printed: besides secrets, all but the last four digits of a provider's number go. */
export function makeRedactor(secrets: readonly (string | null)[]): (text: string) => string {
  const removeSecrets = makeSecretRemover(secrets);
  return (text) => removeSecrets(text).replace(providerNumber, '…');
}
