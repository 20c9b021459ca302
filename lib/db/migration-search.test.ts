import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import type { Database } from '#lib/db/database.ts';
import { extensions } from '#lib/db/embedded.ts';
import { listPage } from '#lib/history/store.ts';

const folder = 'lib/db/migrations';
const files = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();
const place = files.findIndex((name) => name.endsWith('_search.sql'));

const apply = async (engine: PGlite, names: string[]) => {
  for (const name of names) await engine.exec(fs.readFileSync(`${folder}/${name}`, 'utf8'));
};

it('what was stored before there was a search is found, and its secrets are not', async () => {
  const engine = await PGlite.create({ extensions });
  await apply(engine, files.slice(0, place));
  await engine.exec(`
    set session_replication_role = replica;
    insert into bindings (id, app_id, number, callback_url, callback_host, previous_certainty, actor_id, actor_name, actor_email,
      source, idempotency_key, fingerprint, created_at, state, request_id, attempt_count)
    values ('b-1', '1400000000', '0086075586013388', 'https://hooks.acme.com/in/0123456789abcdef01?tenant=7&key=s3cret', 'hooks.acme.com',
        'none', 'u-1', 'Ada', 'ada@acme.com', 'form', 'k-1', 'f', now(), 'bound', 'request-two', 2),
      ('b-2', '1400000000', '1001', null, null, 'none', 'u-1', 'Ada', 'ada@acme.com', 'form', 'k-2', 'f', now(), 'bound', null, 1);
    insert into attempts (binding_id, n, why, app_id, number, owner, lease_until, committed_at, finished_at, outcome, request_id)
    values ('b-1', 1, 'first', '1400000000', '0086075586013388', 'p', now(), now(), now(), 'throttled', 'request-one'),
      ('b-1', 2, 'retry', '1400000000', '0086075586013388', 'p', now(), now(), now(), 'bound', 'request-two');
    reset session_replication_role;`);
  await apply(engine, files.slice(place));
  const db = drizzle(engine) as unknown as Database;
  const found = async (q: string, secrets: boolean) =>
    (await listPage(db, { q }, { size: 10, secrets })).rows.map(({ id }) => id);
  for (const q of ['hooks.acme', 'request-one', 'request-two', 'https://hooks.acme.com/in/', '755 8601 3388'])
    expect([q, await found(q, false)]).toEqual([q, ['b-1']]);
  for (const q of ['s3cret', '0123456789abcdef01', 'tenant=7']) {
    expect([q, await found(q, false)]).toEqual([q, []]);
    expect([q, await found(q, true)]).toEqual([q, ['b-1']]);
  }
  await expect(engine.exec(`update bindings set callback_url_masked = 'x'`)).rejects.toThrow(/is history/);
  await engine.close();
}, 120_000);
