import type { BindingDetailView } from '#lib/bindings/view.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { appId } from '#scripts/chaos/intent.ts';
import { storyOf } from '#scripts/chaos/under-fault.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

/** How long after it was given up a request may still be applied; the real time is minutes, and a busy machine needs some seconds. */
const horizonMs = 12_000;

/** A request that hangs on its way is applied after a newer one: the newest value is sent once more. */
export const lateArrival: Fault = {
  n: 20,
  title: 'a request that arrives after a newer one',
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const person = await ground.startServer({ PATCHBOARD_HORIZON_MS: String(horizonMs) });
    const [atForm = '', inBatch = '', ...rest] = ground.numbers(2 + random.int(3, 8));
    for (const number of [atForm, inBatch]) await ground.faultOn(number, { kind: 'hold' });
    const [older, oldBatch] = await Promise.all([
      person.bindNow({ number: atForm, key: random.uuid() }),
      person.startBatch(
        random.shuffle([inBatch, ...rest]).map((number) => ({ number })),
        { key: random.uuid() },
      ),
    ]);
    const held = await waitFor('the line to be in doubt', async () => {
      const line = (await person.lines(oldBatch)).find(({ number }) => number === inBatch);
      return line?.state === 'unknown' ? line : null;
    });
    const newer = await Promise.all(
      [atForm, inBatch].map((number) => person.bindNow({ number, key: random.uuid() })),
    );
    const givenUpMs = [older, held].map(({ settledAt }) => Date.parse(settledAt ?? ''));
    const lateMs = Date.now() - Math.min(...givenUpMs);
    await control.release();
    const overtaken = await waitFor('the older ones to be applied', async () => {
      const urls = await Promise.all([atForm, inBatch].map((number) => control.boundUrl(appId, number)));
      return urls[0] === older.callbackUrl && urls[1] === held.callbackUrl ? urls : null;
    });
    const look = () => Promise.all(newer.map(({ id }) => person.binding(id)));
    const isSentAgain = ({ attempts }: BindingDetailView) =>
      attempts.length > 1 && attempts.at(-1)?.outcome !== null;
    await waitFor(
      'the newest to be sent once more',
      async () => ((await look()).every(isSentAgain) ? true : null),
      { withinMs: 45_000, everyMs: 200 },
    ).catch(() => null);
    const settled = await look();
    const ends = await Promise.all([atForm, inBatch].map((number) => control.boundUrl(appId, number)));
    return [
      same('form and line, held on the way', [older.state, held.state], ['unknown', 'unknown']),
      same(
        'newer ones of both numbers',
        newer.map(({ state }) => state),
        ['bound', 'bound'],
      ),
      same('the older ones, applied after them', overtaken.length, 2),
      within('the earlier of them, this long after it was given up', lateMs, {
        to: horizonMs - 1_000,
        unit: 'ms',
      }),
      same('the newer ones in history', settled.map(storyOf), Array(2).fill('first bound, reassert bound')),
      same(
        'what both numbers have in the end',
        ends,
        newer.map(({ callbackUrl }) => callbackUrl),
      ),
    ];
  },
};
