import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';
import type { Context } from '#lib/entry/context.ts';

export const findBinding = async (db: Database, id: string): Promise<BindingRow | null> =>
  (await db.select().from(bindings).where(eq(bindings.id, id)))[0] ?? null;

/** What the number was bound to, as far as is known, when this binding was made. */
export async function findBoundBefore(db: Database, binding: BindingRow): Promise<BindingRow | null> {
  const earlier = sql`(${bindings.createdAt}, ${bindings.id}) < (${binding.createdAt.toISOString()}::timestamptz, ${binding.id})`;
  const [row] = await db
    .select()
    .from(bindings)
    .where(
      and(
        eq(bindings.appId, binding.appId),
        eq(bindings.number, binding.number),
        eq(bindings.state, 'bound'),
        earlier,
      ),
    )
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(1);
  return row ?? null;
}

/** The row of an id that came from outside, well formed or not. */
export const findRow = async ({ db }: Context, id: string): Promise<BindingRow | null> =>
  /^[0-9a-f-]{36}$/.test(id) ? findBinding(db, id) : null;
