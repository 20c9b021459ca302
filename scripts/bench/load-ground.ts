import { sql } from 'drizzle-orm';
import { admit, signInCookie } from '#e2e/attack/visitors.ts';
import type { OpenDatabase } from '#lib/db/database.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';
import type { Known } from '#scripts/bench/load-walk.ts';

/** Seeds a year of history that ends today, and picks what readers will look for: bindings all over that year. */
export async function layYear(open: OpenDatabase, rows: number): Promise<Known[]> {
  await seedHistory(open.db, { rows, until: new Date() });
  const { rows: known } = await open.db.execute<Known>(sql`
    select id, app_id as "appId", number, callback_host as host, actor_name as actor, request_id as "requestId", code
    from bindings where state = 'refused' and number like '0086%' and callback_host is not null order by md5(id) limit 300`);
  return known;
}

/** Sign-ins are throttled by address, so a few people lend their sessions to all readers. */
const supportPeople = 8;

export async function signPeopleIn(origin: string): Promise<{ admin: string; support: string[] }> {
  const admin = await signInCookie(origin);
  const support: string[] = [];
  for (let n = 1; n <= supportPeople; n += 1) {
    const person = { name: `Reader ${n}`, email: `reader${n}@example.net`, role: 'support' as const };
    support.push((await admit(origin, admin, person)).cookie);
  }
  return { admin, support };
}
