import { randomUUID } from 'node:crypto';
import { type attempts, bindings } from '#lib/db/schema/bindings.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';
import type { TestDatabase } from '#lib/testing/db/database.ts';

/** A binding that is about to be sent, of a number of its own. */
export function bindingRow(rest: Partial<typeof bindings.$inferInsert> = {}): typeof bindings.$inferInsert {
  const id = rest.id ?? randomUUID();
  const { callbackUrl = 'https://calls.example.com/in' } = rest;
  return {
    id,
    appId: '1400000000',
    number: `0086${id.replace(/\D/g, '').padEnd(11, '0').slice(0, 11)}`,
    numberType: 'number',
    callbackUrl,
    callbackUrlMasked: callbackUrl === null ? null : maskUrlSecrets(callbackUrl),
    callbackHost: 'calls.example.com',
    previousCertainty: 'none',
    actorId: 'admin-1',
    actorName: 'Ada',
    actorEmail: 'ada@example.com',
    source: 'form',
    idempotencyKey: id,
    fingerprint: '0'.repeat(64),
    createdAt: new Date('2026-01-02T03:04:05.678Z'),
    state: 'sending',
    ...rest,
  };
}

/** The attempt of `binding` that is on the wire. */
export function attemptRow(
  binding: typeof bindings.$inferInsert,
  rest: Partial<typeof attempts.$inferInsert> = {},
): typeof attempts.$inferInsert {
  return {
    bindingId: binding.id,
    n: 1,
    why: 'first',
    appId: binding.appId,
    number: binding.number,
    owner: 'process-1',
    leaseUntil: new Date('2026-01-02T03:05:05.678Z'),
    committedAt: new Date('2026-01-02T03:04:05.700Z'),
    ...rest,
  };
}

/** Lays a past down: bindings as they are to stand, without what would have made them. */
export async function layBindings(
  database: TestDatabase,
  rows: (typeof bindings.$inferInsert)[],
): Promise<void> {
  await database.withoutGuards(async (db) => {
    for (let at = 0; at < rows.length; at += 1000)
      await db.insert(bindings).values(rows.slice(at, at + 1000));
  });
}
