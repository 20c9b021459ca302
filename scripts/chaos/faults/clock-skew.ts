import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { storyOf } from '#scripts/chaos/under-fault.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

const tenMinutesMs = 600_000;

/** The provider's clock is ten minutes off, then ten the other way in the middle of a batch, then right again. */
export const clockSkew: Fault = {
  n: 14,
  title: "the provider's clock ten minutes off",
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const person = await ground.startServer();
    const skewMs = random.pick([tenMinutesMs, -tenMinutesMs]);
    await control.setClock(skewMs);
    const form = await person.bind({ number: ground.number(), key: random.uuid() });
    if (form === 'lost' || !form.ok || form.value.kind !== 'settled')
      throw new Error(`No answer: ${JSON.stringify(form)}`);
    const { binding, clockSkewMs } = form.value;
    const detail = await person.binding(binding.id);

    const numbers = ground.numbers(random.int(60, 90));
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    const turns = [random.int(5, 25), random.int(30, 50)].map((after, index) => ({
      after: after + 2,
      to: [-skewMs, 0][index] ?? 0,
    }));
    for (const { after, to } of turns) {
      await waitFor(`request ${after}`, async () =>
        (await control.counters()).requests >= after ? true : null,
      );
      await control.setClock(to);
    }
    const { counts } = await person.batchAt(id, ['done', 'paused']);
    const { verdicts } = await control.counters();
    return [
      same(
        `form, clock ${skewMs / 1000} s off`,
        [binding.state, storyOf(detail)],
        ['bound', 'first refused, retry bound'],
      ),
      same('the code of the first attempt', detail.attempts[0]?.code, 'AuthFailure.SignatureExpire'),
      within('what the answer says of the clock', Math.abs((clockSkewMs ?? 0) - skewMs), {
        to: 3_000,
        unit: 'ms beside the truth',
      }),
      same(
        `batch of ${numbers.length}, clock turned at requests ${turns.map(({ after }) => after).join(' and ')}`,
        [counts.bound, counts.refused],
        [numbers.length, 0],
      ),
      within('signatures that were refused', verdicts['AuthFailure.SignatureExpire'] ?? 0, {
        from: 3,
        to: 1 + 2 * 20,
        unit: 'in all',
      }),
    ];
  },
};
