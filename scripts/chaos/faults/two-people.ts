import type { BindAnswer } from '#lib/bind-number/view.ts';
import type { HistoryPage } from '#lib/history/view.ts';
import { paths } from '#lib/paths.ts';
import type { Heard } from '#scripts/campaign/action-client.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { type Finding, same } from '#scripts/chaos/finding.ts';
import { appId } from '#scripts/chaos/intent.ts';
import type { Person } from '#scripts/chaos/person.ts';
import type { Random } from '#scripts/chaos/random.ts';

const rounds = 50;

/** What somebody hears who comes second: the changed facts, or that the number is busy. */
function heardAs(heard: Heard<BindAnswer>): string {
  if (heard === 'lost') return 'lost';
  if (!heard.ok) return heard.problem.code;
  return heard.value.kind === 'settled' ? heard.value.binding.state : heard.value.kind;
}

/** Both saw the same and press together; who comes second looks again and confirms. */
async function playRounds(
  ground: Environment,
  people: readonly [Person, Person],
  random: Random,
): Promise<Finding[]> {
  const number = ground.number();
  const [first] = people;
  const tally = { both: 0, neither: 0, confirmed: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const seen = (await first.facts(number)).newestBindingId;
    const wishes = random.shuffle([0, 1]).map((who) => ({ who, number, key: random.uuid(), seen }));
    const heard = await Promise.all(wishes.map(({ who, ...wish }) => people[who === 0 ? 0 : 1].bind(wish)));
    const bound = heard.map(heardAs).filter((word) => word === 'bound').length;
    if (bound === 2) tally.both += 1;
    if (bound === 0) tally.neither += 1;
    const second = people[random.int(0, 1) === 0 ? 0 : 1];
    const confirmed = await second.bindNow({ number, key: random.uuid() });
    if (confirmed.state === 'bound') tally.confirmed += 1;
  }
  const applied = (await ground.arrivalsOf(number))
    .filter(({ appliedOrder }) => appliedOrder !== null)
    .sort((a, b) => (a.appliedOrder ?? 0) - (b.appliedOrder ?? 0))
    .map(({ callbackUrl }) => callbackUrl);
  const history = await newestUrls(first, number);
  return [
    same(`${rounds} rounds, both pressed on what they saw`, tally, {
      both: 0,
      neither: 0,
      confirmed: rounds,
    }),
    same('bindings in history', history.length, applied.length),
    same(
      'of these, at another place than they were applied',
      history.reverse().filter((url, place) => url !== applied[place]),
      [],
    ),
  ];
}

/** Every URL bound to a number, newest first. */
async function newestUrls(person: Person, number: string): Promise<(string | null)[]> {
  const urls: (string | null)[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: HistoryPage = await person.get(
      `${paths.api.bindings}?number=${number}${after && `&after=${after}`}`,
    );
    urls.push(...page.rows.filter(({ state }) => state === 'bound').map(({ callbackUrl }) => callbackUrl));
    after = page.nextCursor;
  }
  return urls;
}

/** Somebody binds numbers by hand while they still wait in a batch: the batch must leave them alone. */
async function playAgainstBatch(
  ground: Environment,
  people: readonly [Person, Person],
  random: Random,
): Promise<Finding[]> {
  const [runner, other] = people;
  const numbers = ground.numbers(60);
  // Behind the first twenty lines, so that nobody is quicker than the hand.
  const byHand = random.some(numbers.slice(40), 5);
  const id = await runner.startNumbers(numbers, { key: random.uuid() });
  const hands = await Promise.all(
    byHand.map((number) => other.bindNow({ number, key: random.uuid(), seen: null })),
  );
  await runner.batchAt(id, ['done']);
  const lines = await runner.lines(id);
  const unsent = lines.filter(({ state }) => state === 'unsent');
  const { control } = ground.simulator;
  const kept = await Promise.all(byHand.map((number) => control.boundUrl(appId, number)));
  return [
    same(
      'numbers bound by hand while they wait in a batch',
      hands.map(({ state }) => state),
      Array(5).fill('bound'),
    ),
    same('lines that were left unsent for it', unsent.map(({ number }) => number).sort(), [...byHand].sort()),
    same(
      'what those numbers have',
      kept,
      hands.map(({ callbackUrl }) => callbackUrl),
    ),
  ];
}

export const twoPeople: Fault = {
  n: 19,
  title: 'two people and one number',
  databases,
  async run(ground, random) {
    const person = await ground.startServer();
    const people = [person, await ground.signInAgain(ground.server)] as const;
    return [
      ...(await playRounds(ground, people, random)),
      ...(await playAgainstBatch(ground, people, random)),
    ];
  },
};
