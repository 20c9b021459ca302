import { and, eq, gt, lt } from 'drizzle-orm';
import { digestOf, newSecret } from '#lib/auth/secret.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { links } from '#lib/db/schema/console.ts';

type Purpose = (typeof links.$inferSelect)['purpose'];
type Link = { userId: string | null; eventId: string | null };
const linkColumns = { userId: links.userId, eventId: links.eventId };

/** Makes a single-use link and returns its token, which is kept nowhere. A person's older links stop working. */
export async function issueLink(
  db: Database,
  link: { purpose: Purpose; userId: string | null; eventId: string | null; lifetimeMs: number },
): Promise<string> {
  const { purpose, userId, eventId, lifetimeMs } = link;
  const token = newSecret();
  await db.delete(links).where(lt(links.expiresAt, now()));
  if (userId !== null) await revokeLinks(db, userId);
  await db.insert(links).values({
    tokenHash: digestOf(token),
    purpose,
    userId,
    eventId,
    expiresAt: new Date(now().getTime() + lifetimeMs),
  });
  return token;
}

/** Ends a person's links; gives how many of them still worked. */
export async function revokeLinks(db: Database, userId: string): Promise<number> {
  const ended = await db
    .delete(links)
    .where(eq(links.userId, userId))
    .returning({ expiresAt: links.expiresAt });
  return ended.filter(({ expiresAt }) => expiresAt > now()).length;
}

const live = (purpose: Purpose, token: string) =>
  and(eq(links.tokenHash, digestOf(token)), eq(links.purpose, purpose), gt(links.expiresAt, now()));

/** The link of a token that still works. */
export async function findLink(db: Database, purpose: Purpose, token: string): Promise<Link | undefined> {
  const [link] = await db.select(linkColumns).from(links).where(live(purpose, token));
  return link;
}

/** Uses a link up. Of several callers at once exactly one gets it; inside a transaction that fails it is not used. */
export async function consumeLink(db: Database, purpose: Purpose, token: string): Promise<Link | undefined> {
  const [link] = await db.delete(links).where(live(purpose, token)).returning(linkColumns);
  return link;
}
