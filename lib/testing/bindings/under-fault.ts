import { repeat } from '#lib/bind-number/service.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import { ada, type Bench, freshNumber, type Settled, settledOf } from '#lib/testing/bindings/bench.ts';

export type Fault = ProgramInput['fault'];

/** Binds a number of its own while the simulator does something to its requests. */
export async function bindUnder(
  bench: Bench,
  fault: Fault,
  times = 1,
): Promise<{ number: string; settled: Settled }> {
  const number = freshNumber();
  await bench.faultOn(number, fault, times);
  return { number, settled: await bench.bindNow({ number }) };
}

/** Sends an unknown binding once more, as a person does with the button. */
export const sendAgain = async ({ context }: Bench, { binding }: Settled): Promise<Settled> =>
  settledOf(await repeat(context, ada, { bindingId: binding.id, afterAttempt: binding.attemptCount }));

/** Every attempt of a binding as `why: outcome`, in order. */
export const attemptsIn = async (bench: Bench, { binding }: Settled): Promise<string[]> =>
  (await bench.attemptsOf(binding.id)).map(({ why, outcome }) => `${why}: ${outcome}`);
