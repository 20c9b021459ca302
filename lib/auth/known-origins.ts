import { and, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import { addressBucket } from '#lib/auth/address-bucket.ts';
import { clock, deviceKey, networkKey } from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import { knownOrigins } from '#lib/db/schema/console.ts';

/** How long a browser or a network stays known after the last sign-in. */
const daysKept = 180;

const isRecent = gt(knownOrigins.lastAt, sql`${clock} - ${daysKept} * interval '1 day'`);

/**
 * A network counts for the account that signed in there: else who has any account could make all their networks known ones of
 * every other account. Null where the address cannot be read: all of those would count as one network.
 */
const networkOrigin = (email: string, address: string | null): string | null =>
  addressBucket(address) === 'unknown' ? null : networkKey(email, address).key;

type From = { email: string; address: string | null; deviceId: string | null };

/** Whether this browser signed in to this account before, and whether any browser did from this network. */
export async function findKnown(db: Database, from: From): Promise<{ device: boolean; network: boolean }> {
  const device = from.deviceId === null ? null : deviceKey(from.email, from.deviceId).key;
  const network = networkOrigin(from.email, from.address);
  const keys = [device, network].filter((key) => key !== null);
  if (keys.length === 0) return { device: false, network: false };
  const rows = await db
    .select({ key: knownOrigins.key })
    .from(knownOrigins)
    .where(and(inArray(knownOrigins.key, keys), isRecent));
  const found = new Set(rows.map(({ key }) => key));
  return { device: device !== null && found.has(device), network: network !== null && found.has(network) };
}

/** Remembers the browser and the network for this account. */
export async function rememberOrigins(
  db: Database,
  userId: string,
  { email, address, deviceId }: { email: string; address: string | null; deviceId: string },
): Promise<void> {
  const network = networkOrigin(email, address);
  const rows = [
    { key: deviceKey(email, deviceId).key, userId, lastAt: clock },
    ...(network === null ? [] : [{ key: network, userId: null, lastAt: clock }]),
  ];
  await db
    .insert(knownOrigins)
    .values(rows)
    .onConflictDoUpdate({ target: knownOrigins.key, set: { lastAt: clock } });
  await db
    .delete(knownOrigins)
    .where(lt(knownOrigins.lastAt, sql`${clock} - ${daysKept} * interval '1 day'`));
}

/** Forgets a person's browsers, but for the one they are using. Their next sign-in there counts as a new browser's. */
export async function forgetDevices(
  db: Database,
  person: { id: string; email: string },
  keepDeviceId: string | null = null,
): Promise<void> {
  const kept =
    keepDeviceId === null ? undefined : ne(knownOrigins.key, deviceKey(person.email, keepDeviceId).key);
  await db.delete(knownOrigins).where(and(eq(knownOrigins.userId, person.id), kept));
}
