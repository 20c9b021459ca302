import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import {
  addressKey,
  countTry,
  deviceKey,
  forgetTries,
  holdUp,
  networkKey,
  takeTryBack,
} from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import { signInTries } from '#lib/db/schema/console.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const network = networkKey('mei@example.net', '203.0.113.7');
const address = addressKey('203.0.113.7');

/** Five free tries, and one for each doubled wait that a slow machine lets pass meanwhile. */
const few = 12;

/** Lets `seconds` go by for every key. */
const pass = (db: Database, seconds: number) =>
  db.update(signInTries).set({
    opensAt: sql`${signInTries.opensAt} - ${seconds} * interval '1 second'`,
    forgottenAt: sql`${signInTries.forgottenAt} - ${seconds} * interval '1 second'`,
  });

async function tryTimes(db: Database, key: typeof network, times: number): Promise<number> {
  let looked = 0;
  for (let n = 0; n < times; n += 1) if ((await countTry(db, key)) === null) looked += 1;
  return looked;
}

describeOnEachDatabase('sign-in throttle', (database) => {
  beforeEach(() => database().clear());

  test('of hundreds of tries at one account from one network only a few are looked at', async () => {
    expect(await tryTimes(database().db, network, 300)).toBeLessThanOrEqual(few);
  });

  test('a thousand tries at once are counted one by one', async () => {
    const { db } = database();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => countTry(db, network)));
    expect(answers.filter((wait) => wait === null).length).toBeLessThanOrEqual(few);
  });

  test('the wait doubles up to a minute and never grows into a lockout', async () => {
    const { db } = database();
    await tryTimes(db, network, 5);
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const wait = await countTry(db, network);
      waits.push(wait ?? 0);
      await pass(db, wait ?? 0);
      expect(await countTry(db, network)).toBeNull();
    }
    // A second may pass between two statements of a busy machine.
    const doubled = [1, 2, 4, 8, 16, 32, 60, 60, 60];
    expect(waits.map((wait, n) => (doubled[n] ?? 0) - wait).every((late) => late === 0 || late === 1)).toBe(
      true,
    );
  });

  test('a try before its time starts the wait again, and no more than that', async () => {
    const { db } = database();
    await tryTimes(db, network, 5);
    for (let n = 0; n < 5; n += 1) {
      await pass(db, 60);
      expect(await countTry(db, network)).toBeNull();
    }
    await pass(db, 20);
    expect(await countTry(db, network)).toBeGreaterThanOrEqual(31);
    for (let n = 0; n < 100; n += 1) expect(await countTry(db, network)).toBeLessThanOrEqual(32);
    await pass(db, 32);
    expect(await countTry(db, network)).toBeNull();
  });

  test('for a whole address polling costs nothing: it may be an office', async () => {
    const { db } = database();
    await tryTimes(db, address, 36);
    const first = (await countTry(db, address)) ?? 0;
    await pass(db, first - 1);
    await tryTimes(db, address, 5);
    await pass(db, 1);
    expect(await countTry(db, address)).toBeNull();
  });

  test('a key that was held up opens after that many seconds, and polling starts them again', async () => {
    const { db } = database();
    expect(await countTry(db, network)).toBeNull();
    await holdUp(db, network, 40);
    await pass(db, 30);
    expect(await countTry(db, network)).toBeGreaterThanOrEqual(39);
    await pass(db, 40);
    expect(await countTry(db, network)).toBeNull();
  });

  test('an address has thirty free tries and then waits too', async () => {
    expect(await tryTimes(database().db, address, 200)).toBeGreaterThanOrEqual(30);
    expect(await tryTimes(database().db, address, 200)).toBeLessThanOrEqual(few);
  });

  test('spelling the email or the address differently makes no new account and no new address', () => {
    expect(networkKey(' Mei@Example.net ', '::ffff:203.0.113.7')).toEqual(network);
    expect(deviceKey(' Mei@Example.net ', 'x')).toEqual(deviceKey('mei@example.net', 'x'));
    expect(addressKey('::ffff:203.0.113.7')).toEqual(address);
    expect(addressKey('2001:db8::1')).toEqual(addressKey('2001:db8::ffff:1'));
  });

  test('a right password forgets the network’s tries, but only its own try of the address', async () => {
    const { db } = database();
    await tryTimes(db, network, 5);
    await forgetTries(db, network);
    expect(await countTry(db, network)).toBeNull();
    await tryTimes(db, address, 20);
    await takeTryBack(db, address);
    const [row] = await db.select().from(signInTries).where(eq(signInTries.key, address.key));
    expect(row?.tries).toBe(19);
  });

  test('a quarter of an hour without a look starts again', async () => {
    const { db } = database();
    await tryTimes(db, network, 20);
    await pass(db, 15 * 60);
    expect(await tryTimes(db, network, 5)).toBe(5);
  });
});
