import { paths } from '#lib/paths.ts';
import { kill } from '#lib/testing/ready-process.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same } from '#scripts/chaos/finding.ts';
import { type BindWish, bindInput } from '#scripts/chaos/intent.ts';
import { bindingIn, type Person } from '#scripts/chaos/person.ts';
import { requestsOf } from '#scripts/chaos/under-fault.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

/** What a tab does that was opened before a deploy: it posts under an action's id that the new build does not have. */
async function postStale({ at }: Person, wish: BindWish, id: string): Promise<number> {
  const response = await fetch(`${at.origin}${paths.bind}`, {
    method: 'POST',
    headers: {
      'next-action': id,
      origin: at.origin,
      cookie: at.cookie,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
    },
    body: JSON.stringify([bindInput(wish)]),
  });
  await response.arrayBuffer();
  return response.status;
}

/** A tab presses again under its key until somebody answers. */
const insist = (person: Person, wish: BindWish) =>
  waitFor('an answer to somebody who insists', async () => bindingIn(await person.bind(wish)), {
    everyMs: 200,
  });

export const deploy: Fault = {
  n: 28,
  title: 'a deploy in the middle of a batch, and a tab from before it',
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const old = await ground.startServer();
    const numbers = ground.numbers(random.int(120, 150));
    const [during = '', cut = '', stale = ''] = ground.numbers(3);
    const wishFor = (number: string): BindWish => ({ number, key: random.uuid(), seen: null });
    const wishes = { during: wishFor(during), cut: wishFor(cut), stale: wishFor(stale) };
    const id = await old.startNumbers(numbers, { key: random.uuid() });
    const reach = (after: number) =>
      waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));

    await reach(random.int(20, 40));
    const ending = ground.stopAll();
    const insisted = insist(old, wishes.during);
    await ending;
    const person = await ground.startServer();
    const status = await postStale(person, wishes.stale, random.hex(42));
    const reloaded = await person.bindNow(wishes.stale);

    await reach(random.int(60, 80));
    await ground.faultOn(cut, { kind: 'latency', ms: 60_000 });
    const lost = person.bind(wishes.cut);
    await waitFor('the one that is cut to arrive', async () =>
      (await ground.arrivalsOf(cut)).length > 0 ? true : null,
    );
    await kill(ground.server.process);
    const heard = await lost;
    const last = await ground.startServer();
    const again = await insist(last, wishes.cut);

    const { counts } = await last.batchAt(id, ['done']);
    return [
      same(`batch of ${numbers.length} over two deploys, bound`, counts.bound, numbers.length),
      same('a tab that presses while the server is replaced', (await insisted).state, 'bound'),
      same('a tab from before the deploy, its action refused', status >= 400 && status < 500, true),
      same('and once it is loaded anew, under its key', reloaded.state, 'bound'),
      same(
        'a server killed while it waits for the provider: heard, and under the key',
        [heard, again.state],
        ['lost', 'unknown'],
      ),
      same('requests for these three', await requestsOf(ground, [during, stale, cut]), [1, 1, 1]),
    ];
  },
};
