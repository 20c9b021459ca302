import 'server-only';
import { sql } from 'drizzle-orm';
import type { NumberKey } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import type { Certainty, NumberType } from '#lib/domain/outcome.ts';

/** What the line of a number knows, as far as a batch asks. */
export type KnownLine = {
  newestBindingId: string;
  newestAt: Date;
  certainty: Certainty;
  boundUrl: string | null;
  boundType: NumberType | null;
  boundBy: string | null;
  boundAt: Date | null;
  busy: boolean;
};

type Found = {
  place: number;
  newest_id: string;
  newest_at: string;
  bound_id: string | null;
  bound_url: string | null;
  bound_type: NumberType | null;
  bound_by: string | null;
  bound_at: string | null;
  open_state: string | null;
};

/** What is known of these numbers, in their order; null for what was never set through this console. One statement. */
export async function listKnown(db: Database, keys: readonly NumberKey[]): Promise<(KnownLine | null)[]> {
  const asked = JSON.stringify(keys.map(({ appId, number }) => [appId, number]));
  const { rows } = await db.execute<Found>(sql`
    select asked.place::int as place, newest.id as newest_id, newest.created_at::text as newest_at, bound.id as bound_id,
      bound.callback_url as bound_url, bound.number_type as bound_type, bound.actor_name as bound_by,
      coalesce(bound.settled_at, bound.created_at)::text as bound_at, opened.state as open_state
    from jsonb_array_elements(${asked}::jsonb) with ordinality as asked(key, place)
    join numbers on numbers.app_id = asked.key->>0 and numbers.number = asked.key->>1
    join bindings newest on newest.id = numbers.newest_binding_id
    left join bindings bound on bound.id = numbers.bound_binding_id
    left join bindings opened on opened.id = numbers.open_binding_id`);
  const known: (KnownLine | null)[] = keys.map(() => null);
  for (const row of rows) known[row.place - 1] = toKnown(row);
  return known;
}

const toKnown = (row: Found): KnownLine => ({
  newestBindingId: row.newest_id,
  newestAt: new Date(row.newest_at),
  certainty: row.open_state !== null ? 'uncertain' : row.bound_id !== null ? 'exact' : 'none',
  boundUrl: row.bound_url,
  boundType: row.bound_type,
  boundBy: row.bound_by,
  boundAt: row.bound_at === null ? null : new Date(row.bound_at),
  busy: row.open_state === 'sending',
});

/** Places of the keys that the provider's list has and that were never set through this console. One statement. */
export async function listListed(db: Database, keys: readonly NumberKey[]): Promise<number[]> {
  const asked = JSON.stringify(keys.map(({ appId, number }) => [appId, number]));
  const { rows } = await db.execute<{ place: number }>(sql`
    select asked.place::int as place
    from jsonb_array_elements(${asked}::jsonb) with ordinality as asked(key, place)
    join numbers on numbers.app_id = asked.key->>0 and numbers.number = asked.key->>1
    where numbers.newest_binding_id is null and numbers.provider_listed`);
  return rows.map(({ place }) => place - 1);
}
