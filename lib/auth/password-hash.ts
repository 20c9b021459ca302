import crypto from 'node:crypto';
import { verifyPassword as verifyScrypt } from 'better-auth/crypto';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. About 55 ms of one core. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const tagBytes = 32;

/** PHC string format; the cost is part of it, so that a later change can tell old hashes. */
const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const parameters = { ...cost, message: password, nonce: salt, tagLength: tagBytes };
  crypto.argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  return promise;
}

/** argon2id with a fresh salt, in PHC string format. Runs on a thread of Node's pool. */
export async function hashArgon2(password: string): Promise<string> {
  const salt = crypto.randomBytes(saltBytes);
  return `${prefix}${base64(salt)}$${base64(await derive(password, salt))}`;
}

/** True when this stored hash was made with today's algorithm and cost. */
export const isCurrentHash = (stored: string): boolean => stored.startsWith(prefix);

/** Checks a password against an argon2id hash of today's cost, or against a scrypt hash of earlier versions. */
export async function verifyHash(stored: string, password: string): Promise<boolean> {
  if (!isCurrentHash(stored)) return verifyScrypt({ hash: stored, password });
  const [salt = '', tag = ''] = stored.slice(prefix.length).split('$');
  const expected = Buffer.from(tag, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'));
  return expected.length === found.length && crypto.timingSafeEqual(expected, found);
}
