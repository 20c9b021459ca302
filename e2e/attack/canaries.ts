import { createHmac } from 'node:crypto';

/** Made up, of no use anywhere, and found nowhere else. The characters are those that encodings change. */
export const canaries = {
  secretId: 'canary-secret-id-Zk3vQ9wL',
  secretKey: 'canary/secret+key=Wm8xT2rB',
  token: 'canary"token\\of{a}session-Hn5cY7pD',
  authSecret: 'canary auth secret <for> cookies & links Jq4sV6tG',
  adminPassword: 'canary password of the "first" admin Rb2fX8nK',
  proxyPassword: 'canary-proxy-password-Ld9gM3zC',
} as const;

/** The forms in which a secret may turn up: as it is and in five encodings. */
export const formsOf = (secret: string): string[] => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
};

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** The key that TC3 derives for a day: as good as the SecretKey until midnight. */
const signingKeys = (now: Date): Buffer[] =>
  [-1, 0, 1].flatMap((days) => {
    const date = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const secretDate = hmac(`TC3${canaries.secretKey}`, date);
    const secretService = hmac(secretDate, 'ccc');
    return [secretDate, secretService, hmac(secretService, 'tc3_request')];
  });

/** Everything to look for, each with the name to report it under. */
export function needles(now: Date): [name: string, form: string][] {
  const given = Object.entries(canaries).flatMap(([name, secret]) =>
    formsOf(secret).map((form, index): [string, string] => [`${name}, form ${index}`, form]),
  );
  const derived = signingKeys(now).flatMap((key): [string, string][] => [
    ['signing key, hex', key.toString('hex')],
    ['signing key, base64', key.toString('base64').replace(/=+$/, '')],
  ]);
  return [...given, ...derived, ['an Authorization header', 'TC3-HMAC-SHA256 Credential=']];
}

/** What of the needles stands in a text. */
export const hitsIn = (text: string, searched: [string, string][]): string[] =>
  searched.filter(([, form]) => text.includes(form)).map(([name]) => name);
