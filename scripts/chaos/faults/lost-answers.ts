import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { type Loss, loseAtForm, loseInBatch } from '#scripts/chaos/under-fault.ts';

const word = (applied: boolean) => (applied ? 'applied' : 'not applied');

function resetFault(n: number, applied: boolean): Fault {
  const loss: Loss = {
    name: `reset, ${word(applied)}`,
    fault: { kind: 'reset', applied },
    code: 'Unknown.ConnectionReset',
  };
  return {
    n,
    title: `connection reset after the whole request, ${word(applied)}`,
    databases,
    async run(ground, random) {
      const play = { ground, person: await ground.startServer(), random };
      const losses = Array.from({ length: random.int(1, 4) }, () => loss);
      const form = await loseAtForm(play, loss);
      return [...form.findings, ...(await loseInBatch(play, losses)).findings];
    },
  };
}

/** What a form binding and its batch line meet that answer too late or never; all of it at once, since each takes 10 s. */
function slowFault(n: number, title: string, lossOf: (applied: boolean) => Loss): Fault {
  return {
    n,
    title,
    databases,
    async run(ground, random) {
      const person = await ground.startServer();
      const at = (name: string) => ({ ground, person, random: random.branch(name) });
      const losing = Promise.all([
        ...[true, false].map((applied) => loseAtForm(at(`form ${applied}`), lossOf(applied))),
        loseInBatch(at('batch'), [true, false].map(lossOf)),
      ]);
      const began = performance.now();
      const other = await person.bindNow({ number: ground.number(), key: random.uuid() });
      const otherMs = performance.now() - began;
      const results = await losing;
      const log = await ground.simulator.control.log();
      const slow = new Set(
        log.filter(({ faultId }) => faultId !== null).map(({ connectionId }) => connectionId),
      );
      const durations = results.flatMap((result) => {
        const bindings = 'binding' in result ? [result.binding] : result.lines;
        const attempts = bindings.flatMap((each) => each.attempts);
        return attempts.flatMap(({ outcome, durationMs }) =>
          outcome === 'unknown' ? [durationMs ?? 0] : [],
        );
      });
      return [
        ...results.flatMap(({ findings }) => findings),
        within('shortest of the four', Math.min(...durations), { from: 9_750, to: 10_250, unit: 'ms' }),
        within('longest of the four', Math.max(...durations), { from: 9_750, to: 10_250, unit: 'ms' }),
        same('connections that each was given', slow.size, 4),
        same('another number at the form meanwhile', other.state, 'bound'),
        within('another number at the form meanwhile', otherMs, { to: 8_000, unit: 'ms' }),
      ];
    },
  };
}

const timedOut = (name: string, kind: 'hang' | 'drip' | 'stall') => (applied: boolean) => ({
  name: `${name}, ${word(applied)}`,
  fault: { kind, applied },
  code: 'Unknown.Timeout',
});

export const lostAnswers = [
  resetFault(2, true),
  resetFault(3, false),
  slowFault(4, 'no answer after sending', timedOut('no answer', 'hang')),
  slowFault(5, 'an answer of one byte a second', timedOut('a drip', 'drip')),
  slowFault(6, 'headers, then nothing', timedOut('a stall', 'stall')),
];
