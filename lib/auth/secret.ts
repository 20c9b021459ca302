import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret of 256 bits, safe in a URL and in a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * What is stored in a secret's place. A plain digest is enough for 256 random bits: there is nothing to guess,
 * so that a slow hash would only cost time.
 */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
