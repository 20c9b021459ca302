import crypto from 'node:crypto';
import type { EnvironmentProblem } from '#lib/server/environment.ts';

type Hashing = { argon2Sync?: typeof crypto.argon2Sync };

/**
 * Whether this Node can hash passwords. Node has argon2 from 24.7, and only where its OpenSSL has it: one that is linked to the
 * system's may lack it although the function is there, so it is tried.
 */
export function checkRuntime(hashing: Hashing = crypto, version = process.version): EnvironmentProblem[] {
  const smallest = {
    message: 'x',
    nonce: Buffer.alloc(16),
    parallelism: 1,
    tagLength: 16,
    memory: 8,
    passes: 1,
  };
  try {
    if (hashing.argon2Sync?.('argon2id', smallest).length === 16) return [];
  } catch {
    // Said below, as for a Node without the function.
  }
  const advice = `this Node (${version}) cannot hash passwords with argon2id; install Node 24.7 or newer from https://nodejs.org`;
  return [{ variable: 'Node', advice }];
}
