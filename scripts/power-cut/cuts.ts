import type { Survival } from '#scripts/power-cut/after-cut.ts';
import type { Run } from '#scripts/power-cut/ledger.ts';

export type Cut = { at: number; phase: string; survival: Survival };

const survivals: Survival[] = ['forgets', 'scatters', 'journals'];

/**
 * Moments of a run at which the power goes, in their order: as many in each phase, half of them at the very moment when
 * somebody was told something, the rest anywhere.
 */
export function chooseCuts(run: Run, count: number, roll: (below: number) => number): Cut[] {
  const end = run.recording.operations.length;
  const stretches = run.phases
    .map(({ name, from }, index) => ({ phase: name, from, to: run.phases[index + 1]?.from ?? end }))
    .filter(({ from, to }) => to > from);
  const names = [...new Set(stretches.map(({ phase }) => phase))];
  const cuts = Array.from({ length: count }, (_, index): Cut => {
    const own = stretches.filter(({ phase }) => phase === names[index % names.length]);
    const { phase = '', from = 0, to = end } = own[roll(own.length)] ?? {};
    const told = run.told.filter(({ at }) => at > from && at <= to);
    const moment = index % 2 === 0 ? told[roll(told.length)]?.at : undefined;
    const survival = survivals[Math.floor(index / names.length) % survivals.length] ?? 'forgets';
    return { at: moment ?? from + 1 + roll(to - from), phase, survival };
  });
  return cuts.sort((a, b) => a.at - b.at);
}
