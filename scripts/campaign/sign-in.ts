import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { signInCookie } from '#e2e/attack/visitors.ts';
import { serve } from '#lib/testing/console.ts';
import { printTable } from '#scripts/bench/figures.ts';
import { playOldAttack } from '#scripts/campaign/old-throttle.ts';
import {
  attack,
  makeOwner,
  mostWithin,
  type Origin,
  origins,
  ownerSignsIn,
} from '#scripts/campaign/sign-in-people.ts';

// npm run campaign:sign-in -- [--minutes 5] [--addresses 1,10,100]: addresses of this machine attack accounts of a running
// console over real sockets, and their owners sign in meanwhile, one from each kind of origin. Beside it the old rule, as a model
// under the same attack. Ends with 1 where an owner or a bound does not get what docs/decisions/sign-in-throttle.md promises.
// The production build has to be there. Takes `minutes` for each number of addresses.

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    addresses: { type: 'string', default: '1,10,100' },
  },
});
const seconds = Number(values.minutes) * 60;
const sizes = values.addresses.split(',').map(Number);
if (!(seconds > 0) || sizes.some((size) => !(size >= 1 && size <= 250)))
  throw new Error('Give minutes above 0, and 1 to 250 addresses.');

/** When in the attack the owner comes. */
const ownerShare = 0.3;
const perSecond = 9;
const mostTries = 2;
const mostGuesses = 14;
const longestWait = 60;

const running = await serve();
const failures: string[] = [];
try {
  const cookie = await signInCookie(running.origin);
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await playSize(size, cookie)));
  printTable(
    [
      'addresses',
      'owner comes from',
      'tries needed',
      'waits told, s',
      'guesses in 5 min',
      'attackers’ tries',
      'old rule: tries',
      'guesses',
    ],
    rows,
  );
} finally {
  await running.stop();
}
for (const failure of failures) console.log(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function playSize(size: number, cookie: string): Promise<string[][]> {
  const sizeAt = sizes.indexOf(size);
  const old = playOldAttack({ addresses: size, seconds, perSecond, ownerAt: seconds * ownerShare });
  // One after another, since a hash of each has to be made; the attack then goes on at all three at once.
  const owners = [];
  for (const [index, comesFrom] of origins.entries())
    owners.push(
      await makeOwner(running.origin, cookie, {
        name: `O${size}x${index}`,
        comesFrom,
        place: sizeAt * 10 + index,
      }),
    );
  const startedAt = performance.now();
  const until = () => performance.now() - startedAt > seconds * 1_000;
  // So many that the machine is not what holds them up.
  const pauseMs = Math.max(1_000 / perSecond, size * 60);
  return Promise.all(
    owners.map(async (owner, index) => {
      const attackers = Array.from({ length: size }, (_, n) =>
        attack(
          running.origin,
          { email: owner.email, from: `127.${30 + sizeAt * 3 + index}.0.${n + 1}`, isPatient: n % 2 === 1 },
          { until, pauseMs },
        ),
      );
      await pause(seconds * ownerShare * 1_000);
      const { tries, isIn, waits } = await ownerSignsIn(running.origin, owner, until);
      const all = await Promise.all(attackers);
      const guesses = mostWithin(
        all.flatMap(({ guessedAt }) => guessedAt),
        300_000,
      );
      judge({ size, origin: owner.origin, tries, isIn, waits, guesses });
      return [
        String(size),
        owner.origin,
        isIn ? String(tries) : `not in after ${tries}`,
        waits.join(', ') || '–',
        String(guesses),
        String(all.reduce((sum, each) => sum + each.tries, 0)),
        old.ownerIn ? String(old.ownerTries) : `not in after ${old.ownerTries}`,
        String(old.guesses),
      ];
    }),
  );
}

type Outcome = {
  size: number;
  origin: Origin;
  tries: number;
  isIn: boolean;
  waits: number[];
  guesses: number;
};

function judge({ size, origin, tries, isIn, waits, guesses }: Outcome): void {
  const who = `${size} addresses, ${origin}`;
  if (guesses > mostGuesses) failures.push(`${who}: ${guesses} guesses in five minutes`);
  const isPromised = origin !== 'new network' || size <= 10;
  if (isPromised && !(isIn && tries <= mostTries)) failures.push(`${who}: ${tries} tries`);
  if (!isPromised && waits.some((wait) => wait > longestWait))
    failures.push(`${who}: told to wait ${Math.max(...waits)} s`);
}
