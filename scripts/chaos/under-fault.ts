import type { BindingDetailView } from '#lib/bindings/view.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import type { Person } from '#scripts/chaos/person.ts';
import type { Random } from '#scripts/chaos/random.ts';

/** Something that leaves the outcome of one request open. */
export type Loss = {
  name: string;
  fault: ProgramInput['fault'];
  /** The code that history gives it; null for any of our own. */
  code: string | null;
};

type Play = { ground: Environment; person: Person; random: Random };

/** Without what was refused for the limit, which a busy machine may bring about and which proves nothing of a fault. */
export const storyOf = ({ attempts }: Pick<BindingDetailView, 'attempts'>): string =>
  attempts
    .filter(({ outcome }) => outcome !== 'throttled')
    .map(({ why, outcome }) => `${why} ${outcome}`)
    .join(', ');

/** Somebody binds at the form, is told that it is not confirmed, and sends it once more. */
export async function loseAtForm(
  { ground, person, random }: Play,
  { name, fault, code }: Loss,
): Promise<{ findings: Finding[]; binding: BindingDetailView }> {
  const number = ground.number();
  await ground.faultOn(number, fault);
  const first = await person.bindNow({ number, key: random.uuid() });
  const again = await person.repeat(first);
  const arrivals = await ground.arrivalsOf(number);
  const binding = await person.binding(first.id);
  const applied = 'applied' in fault && fault.applied;
  const findings = [
    same(`form, ${name}`, [first.state, code === null ? null : first.code], ['unknown', code]),
    same(
      `form, ${name}, sent again by hand`,
      [again.state, storyOf(binding)],
      ['bound', 'first unknown, repeat bound'],
    ),
    same(
      `form, ${name}, applied on arrival`,
      arrivals.map((each) => each.appliedOrder !== null),
      [applied, true],
    ),
  ];
  return { findings, binding };
}

/** A batch, drawn lines of which lose their answer once: the machine sends those again, flagged, after the rest. */
export async function loseInBatch(
  { ground, person, random }: Play,
  losses: readonly Loss[],
): Promise<{ findings: Finding[]; lines: BindingDetailView[] }> {
  const numbers = ground.numbers(random.int(losses.length + 4, losses.length + 12));
  const lossOf = new Map(random.some(numbers, losses.length).map((number, index) => [number, losses[index]]));
  for (const [number, loss] of lossOf) if (loss) await ground.faultOn(number, loss.fault);
  const id = await person.startNumbers(numbers, { key: random.uuid() });
  const { counts } = await person.batchAt(id, ['done']);
  const lines = await person.lines(id);
  const others = lines.flatMap((line) => {
    const loss = lossOf.get(line.number);
    const [first] = line.attempts;
    const coded = loss === undefined || loss.code === null || first?.code === loss.code;
    const expected = loss === undefined ? 'first bound' : 'first unknown, reassert bound';
    return coded && storyOf(line) === expected
      ? []
      : [`${loss?.name ?? 'no fault'}: ${storyOf(line)}, ${first?.code}`];
  });
  const requests = await requestsOf(ground, [...lossOf.keys()]);
  const places = [...lossOf.keys()].map((number) => numbers.indexOf(number) + 1).sort((a, b) => a - b);
  const what = `batch of ${numbers.length}, faults at ${places.length > 12 ? `${places.length} lines` : places}`;
  const findings = [
    same(`${what}, bound in the end`, counts.bound, numbers.length),
    same(`${what}, sent again otherwise than once and flagged`, others, []),
    within(`${what}, requests for such a line`, Math.max(...requests), { from: 2, to: 2, unit: 'at most' }),
  ];
  return { findings, lines };
}

/** How many requests came for each number, without those over the limit. */
export async function requestsOf(ground: Environment, numbers: readonly string[]): Promise<number[]> {
  const log = (await ground.simulator.control.log()).filter(
    ({ verdict }) => verdict !== 'RequestLimitExceeded',
  );
  const ofNumber = Map.groupBy(log, ({ number }) => number);
  return numbers.map((number) => ofNumber.get(number)?.length ?? 0);
}
