import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BindingState } from '#lib/domain/outcome.ts';
import { type Judgement, judgeMoment, type MomentFact } from '#lib/timeline/as-of.ts';

const at = (ms: number) => new Date(ms);

/** The values the judgement holds possible; undefined stands for "whatever was set elsewhere, or nothing". */
function possible(judgement: Judgement<MomentFact>): Set<string | null | undefined> {
  switch (judgement.kind) {
    case 'never':
      return new Set([undefined]);
    case 'exact':
      return new Set([judgement.bound.callbackUrl]);
    case 'uncertain':
      return new Set([
        judgement.bound?.callbackUrl,
        ...judgement.perhaps.map(({ fact }) => fact.callbackUrl),
      ]);
  }
}

/** When a binding may have taken effect: every instant that its record leaves open, or never. */
function effects({ state, createdAt, settledAt }: MomentFact, untilMs: number): (number | null)[] {
  const from = createdAt.getTime();
  const to = settledAt?.getTime() ?? untilMs;
  const instants = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (state === 'bound') return instants;
  return state === 'unknown' || state === 'sending' ? [null, ...instants] : [null];
}

/** The same by brute force: every world that fits the records is played through, and what is bound in it looked up. */
function possibleInSomeWorld(facts: MomentFact[], momentMs: number, untilMs: number) {
  let worlds: (string | null | undefined)[] = [undefined];
  const found = new Set<string | null | undefined>();
  for (const fact of facts) {
    const next = new Set<string | null | undefined>();
    for (const value of worlds)
      for (const instant of effects(fact, untilMs))
        next.add(instant !== null && instant <= momentMs ? fact.callbackUrl : value);
    worlds = [...next];
  }
  for (const value of worlds) found.add(value);
  return found;
}

const longest = 6;

/** A number's past as the console makes it: one request on the wire at a time, a few milliseconds apart. */
const past: fc.Arbitrary<MomentFact[]> = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 3 }),
      takes: fc.integer({ min: 0, max: 3 }),
      state: fc.constantFrom<BindingState>('bound', 'refused', 'unknown', 'denied', 'queued'),
      url: fc.constantFrom('https://a.acme.com/', 'https://b.acme.com/', null),
    }),
    { maxLength: longest },
  )
  .chain((steps) => fc.tuple(fc.constant(steps), fc.boolean()))
  .map(([steps, lastIsSending]) => {
    let clock = 1000;
    const later = (ms: number): Date => {
      clock += ms;
      return at(clock);
    };
    return steps.map((step, index) => {
      const createdAt = later(step.wait);
      const state = lastIsSending && index === steps.length - 1 ? ('sending' as const) : step.state;
      const settledAt = ['sending', 'queued', 'denied'].includes(state) ? null : later(step.takes);
      return {
        id: `00000000-0000-7000-8000-00000000000${index}`,
        createdAt,
        settledAt,
        state,
        callbackUrl: step.url,
      };
    });
  });

const fact = (rest: Partial<MomentFact> & { createdAt: Date }): MomentFact => ({
  id: `id-${rest.createdAt.getTime()}`,
  settledAt: null,
  state: 'bound',
  callbackUrl: 'https://a.acme.com/',
  ...rest,
});

describe('what a number was bound to at a moment', () => {
  test('is exactly what some world that fits the records would have, for any past and any moment', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 995, max: 1045 }), (facts, momentMs) => {
        const judged = possible(judgeMoment(facts, at(momentMs)));
        expect(judged).toEqual(possibleInSomeWorld(facts, momentMs, 1050));
      }),
      { numRuns: 3000 },
    );
  });

  test('is the same in whatever order the records come, and without those made afterwards', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 995, max: 1045 }), (facts, momentMs) => {
        const moment = at(momentMs);
        const judged = judgeMoment(facts, moment);
        expect(judgeMoment(facts.toReversed(), moment)).toEqual(judged);
        expect(
          judgeMoment(
            facts.filter(({ createdAt }) => createdAt <= moment),
            moment,
          ),
        ).toEqual(judged);
      }),
    );
  });

  test('refused, denied and queued changes change nothing, also while they were on their way', () => {
    const bound = fact({ createdAt: at(10), settledAt: at(12) });
    const facts = [
      bound,
      fact({ createdAt: at(20), settledAt: at(40), state: 'refused' }),
      fact({ createdAt: at(50), state: 'denied' }),
      fact({ createdAt: at(60), state: 'queued' }),
    ];
    for (const ms of [12, 30, 45, 55, 70])
      expect(judgeMoment(facts, at(ms))).toEqual({ kind: 'exact', bound });
    expect(judgeMoment(facts, at(9))).toEqual({ kind: 'never' });
  });

  test('between being stored and being settled a change may or may not have been applied', () => {
    const bound = fact({ createdAt: at(10), settledAt: at(12) });
    const next = fact({ createdAt: at(20), settledAt: at(25), callbackUrl: 'https://b.acme.com/' });
    const uncertain = {
      kind: 'uncertain',
      bound,
      perhaps: [{ fact: next, because: 'in_flight' }],
      agreed: false,
    };
    expect(judgeMoment([bound, next], at(19))).toEqual({ kind: 'exact', bound });
    expect(judgeMoment([bound, next], at(20))).toEqual(uncertain);
    expect(judgeMoment([bound, next], at(24))).toEqual(uncertain);
    expect(judgeMoment([bound, next], at(25))).toEqual({ kind: 'exact', bound: next });
  });

  test('an unknown outcome stays in doubt until a later change is confirmed, unless the URL is the same', () => {
    const bound = fact({ createdAt: at(10), settledAt: at(12) });
    const unknown = fact({ createdAt: at(20), settledAt: at(25), state: 'unknown' });
    const later = fact({ createdAt: at(90), settledAt: at(95) });
    const perhaps = [{ fact: unknown, because: 'unknown' as const }];
    expect(judgeMoment([bound, unknown, later], at(80))).toEqual({
      kind: 'uncertain',
      bound,
      perhaps,
      agreed: true,
    });
    expect(judgeMoment([unknown, later], at(80))).toMatchObject({ bound: null, agreed: false });
    expect(judgeMoment([bound, unknown, later], at(95))).toEqual({ kind: 'exact', bound: later });
  });
});
