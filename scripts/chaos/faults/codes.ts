import { refusalsOfInput } from '#lib/testing/bindings/codes.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import type { Random } from '#scripts/chaos/random.ts';
import { type Loss, loseAtForm, loseInBatch, requestsOf, storyOf } from '#scripts/chaos/under-fault.ts';

const saying = (code: string, applied: boolean): Loss => ({
  name: `${code}, ${applied ? 'applied' : 'not applied'}`,
  fault: { kind: 'code', code, applied },
  code,
});

/** A code that leaves the outcome open: sent again by the machine in a batch, twice at most, else by a person. */
function openFault(n: number, title: string, codesFor: (random: Random) => readonly string[]): Fault {
  return {
    n,
    title,
    databases,
    async run(ground, random) {
      const person = await ground.startServer();
      const play = { ground, person, random };
      const losses = codesFor(random).flatMap((code) => [saying(code, true), saying(code, false)]);
      const findings: Finding[] = [];
      for (const loss of losses) findings.push(...(await loseAtForm(play, loss)).findings);
      findings.push(...(await loseInBatch(play, losses)).findings);

      const [stuck = '', ...others] = ground.numbers(5);
      const [{ fault, code } = saying('InternalError', false)] = random.shuffle(losses);
      await ground.faultOn(stuck, fault, null);
      const lines = random.shuffle([stuck, ...others]).map((number) => ({ number }));
      const id = await person.startBatch(lines, { key: random.uuid() });
      const { counts } = await person.batchAt(id, ['done']);
      const line = (await person.lines(id)).find(({ number }) => number === stuck);
      await ground.simulator.control.clearFaults();
      return [
        ...findings,
        same(`a line that gets ${code} for ever`, line && [line.state, line.code, storyOf(line)], [
          'unknown',
          code,
          'first unknown, reassert unknown, reassert unknown',
        ]),
        same('the others of its batch', counts.bound, 4),
        same('and once a person sends it again', line && (await person.repeat(line)).state, 'bound'),
      ];
    },
  };
}

const refusals: Fault = {
  n: 16,
  title: 'a refusal of the number or its parameters',
  databases,
  async run(ground, random) {
    const person = await ground.startServer();
    const number = ground.number();
    const formCode = random.pick(refusalsOfInput);
    await ground.faultOn(number, { kind: 'code', code: formCode, applied: false });
    const form = await person.bindNow({ number, key: random.uuid() });

    const numbers = ground.numbers(refusalsOfInput.length + random.int(6, 16));
    const hit = random.some(numbers, refusalsOfInput.length);
    for (const [index, code] of refusalsOfInput.entries())
      await ground.faultOn(hit[index] ?? '', { kind: 'code', code, applied: false });
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    const { counts } = await person.batchAt(id, ['done']);
    const refused = (await person.lines(id)).filter(({ state }) => state === 'refused');
    const once = Math.max(...(await requestsOf(ground, hit)));
    const retried = await person.retryBatch(
      id,
      refused.map((line) => line.id),
    );
    const after = await person.batchAt(id, ['done']);
    return [
      same(`form, ${formCode}`, [form.state, form.code, form.attemptCount], ['refused', formCode, 1]),
      same(
        `batch of ${numbers.length}, one line for each of ${refusalsOfInput.length} codes`,
        [counts.refused, counts.bound],
        [refusalsOfInput.length, numbers.length - refusalsOfInput.length],
      ),
      same('codes as they came', refused.map(({ code }) => code ?? '').sort(), [...refusalsOfInput].sort()),
      within('requests for a refused line', once, { from: 1, to: 1, unit: 'at most' }),
      same(
        'the refused lines sent again by hand',
        [retried !== 'lost' && retried.ok, after.counts.bound],
        [true, numbers.length],
      ),
    ];
  },
};

export const codes = [
  openFault(13, 'InternalError and InternalError.DBError', () => ['InternalError', 'InternalError.DBError']),
  openFault(17, 'a code that nobody has listed', (random) => [
    `Drawn${random.hex(6)}`,
    `Drawn${random.hex(4)}.Reason${random.hex(4)}`,
  ]),
  refusals,
];
