import { describe, expect, test } from 'vitest';
import { type ProgramInput, programSchema } from '#lib/simulator/fault.ts';
import { createFaultBook } from '#lib/simulator/faults.ts';

const hang = { kind: 'hang', applied: false } as const;
const bind = { number: '0086075586013388', action: 'BindNumberCallInInterface' };

/** Which of the requests are struck, as their place from 1. */
function struckBy(
  programs: ProgramInput[],
  requests: { number: string | null; action: string | null }[],
): number[] {
  const book = createFaultBook();
  for (const program of programs) book.add(programSchema.parse(program));
  return requests.flatMap((request, index) => (book.take(request) ? [index + 1] : []));
}
const ten = Array.from({ length: 10 }, () => bind);

describe('a programmed fault', () => {
  test('without a condition strikes the next request, once', () => {
    expect(struckBy([{ fault: hang }], ten)).toEqual([1]);
  });

  test('strikes the n-th, or as often as it is told', () => {
    expect(struckBy([{ when: { nth: 4 }, fault: hang }], ten)).toEqual([4]);
    expect(struckBy([{ times: 3, fault: hang }], ten)).toEqual([1, 2, 3]);
    expect(struckBy([{ times: null, fault: hang }], ten)).toHaveLength(10);
  });

  test('strikes by number and by action alone', () => {
    const others = [{ ...bind, number: '1001' }, { number: null, action: 'DescribeNumbers' }, bind];
    expect(struckBy([{ when: { number: bind.number }, fault: hang }], others)).toEqual([3]);
    expect(struckBy([{ when: { action: 'DescribeNumbers' }, times: null, fault: hang }], others)).toEqual([
      2,
    ]);
  });

  test('counts requests for every program, whichever strikes first', () => {
    const programs = [
      { when: { nth: 1 }, fault: hang },
      { when: { nth: 2 }, fault: hang },
      { when: { nth: 5 }, fault: hang },
    ];
    expect(struckBy(programs, ten)).toEqual([1, 2, 5]);
  });

  test('by probability repeats exactly for a seed, and differs for another', () => {
    const requests = Array.from({ length: 1000 }, () => bind);
    const run = (seed: number) => struckBy([{ when: { probability: 0.1, seed }, fault: hang }], requests);
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    expect(run(7).length).toBeGreaterThan(60);
    expect(run(7).length).toBeLessThan(140);
  });
});

test.each([
  { fault: { kind: 'reset' } },
  { fault: { kind: 'explode', applied: true } },
  { fault: hang, when: { host: 'x' } },
  { fault: hang, times: 0 },
  { fault: { kind: 'status', applied: true, status: 99 } },
])('a program that is not fully said is refused: %o', (program) => {
  expect(programSchema.safeParse(program).success).toBe(false);
});
