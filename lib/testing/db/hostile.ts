import fc from 'fast-check';

/** Parameters that every list has, and one that is a trap in JavaScript. */
const everywhere = ['q', 'size', 'after', 'before', '__proto__'];

/** Text that a list's address may hold to harm it. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...["' or 1=1 --", "1'); drop table bindings; --", '%', '_', '\\', '\0', '\ud800', '-1', '1e9'],
    ...['bound', 'never', '1400000000.\ud800', '1.%', 'zzzzzzzzz.00000000-0000-0000-0000-000000000000'],
    ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
  ),
);

/** Asks `answer` to serve query strings of hostile parameters, `times` times, and gives it one more such text. */
export async function expectAnswersTo(
  names: readonly string[],
  times: number,
  answer: (params: URLSearchParams, text: string) => Promise<void>,
): Promise<void> {
  const pair = fc.tuple(fc.constantFrom(...everywhere, ...names), hostileText);
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 6 }), hostileText, (pairs, text) =>
      answer(new URLSearchParams(pairs), text),
    ),
    { numRuns: times },
  );
}
