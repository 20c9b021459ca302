import { startSimulator } from '#lib/simulator/control.ts';
import { dice } from '#lib/testing/seed/pools.ts';
import { chooseCuts } from '#scripts/power-cut/cuts.ts';
import { type Run, toldBefore } from '#scripts/power-cut/ledger.ts';
import { createCutter, type Ended, runCuts } from '#scripts/power-cut/run-cuts.ts';
import { recordWork } from '#scripts/power-cut/runs.ts';

export type Outcome = { ends: Ended[]; runs: (Run & { commits: number })[] };

type Options = { cuts: number; seed: number; base: string; onEnd?: (ended: Ended) => void };

/**
 * Cuts the power so many times over three runs: one that makes its database, a long one that starts from a clean stop, and
 * one that starts from what a cut of the second has left. Whatever was told in one is still looked for in the next.
 */
export async function runCampaign({ cuts, seed, base, onEnd }: Options): Promise<Outcome> {
  const roll = dice(seed);
  const simulator = await startSimulator();
  const ends: Ended[] = [];
  const runs: Outcome['runs'] = [];
  const cutUp = async (run: Outcome['runs'][number], count: number) => {
    runs.push(run);
    ends.push(...(await runCuts(run, chooseCuts(run, count, roll), { base, roll, ...(onEnd && { onEnd }) })));
  };
  try {
    const { control } = simulator;
    const sometimes = (probability: number) => ({ probability, seed });
    await control.addFault({ when: sometimes(0.05), fault: { kind: 'reset', applied: true } });
    const refused = { kind: 'code', code: 'OperationDenied', applied: false } as const;
    await control.addFault({ when: sometimes(0.1), fault: refused });

    const root = `${base}/live`;
    const made = await recordWork(root, { start: 'making', simulator, ms: 4_000, batchLines: 100 });
    await cutUp(made, Math.round(cuts * 0.3));

    const known = toldBefore(made, Infinity);
    const worked = await recordWork(root, {
      ...{ start: 'starting', known, simulator },
      ...{ ms: 20_000, batchLines: 3_000 },
    });
    await cutUp(worked, Math.round(cuts * 0.35));

    const cut = chooseCuts(worked, 16, roll).findLast(({ phase }) => phase === 'working');
    if (cut === undefined) throw new Error('The second run did no work.');
    createCutter(worked, { roll })({ ...cut, survival: 'scatters' }, `${base}/cut`);
    const recovered = await recordWork(`${base}/cut`, {
      ...{ start: 'recovering', known: toldBefore(worked, cut.at), simulator },
      ...{ ms: 8_000, batchLines: 1_000 },
    });
    await cutUp(recovered, cuts - ends.length);
  } finally {
    await simulator.stop();
  }
  return { ends, runs };
}
