import { expect, test } from 'vitest';
import { checkHistory } from '#scripts/campaign/check-history.ts';
import type { AttemptFact, BindingFact, History } from '#scripts/campaign/history-facts.ts';

/** A history in which a bug can be planted. */
type Draft = Omit<
  { [Part in keyof History]: History[Part] extends readonly (infer Row)[] ? Row[] : History[Part] },
  'bound'
> & { bound: Map<string, string | null> };

const binding = (id: string, rest: Partial<BindingFact>): BindingFact => ({
  id,
  key: `key of ${id}`,
  number: `number of ${id}`,
  callbackUrl: `https://${id}/`,
  state: 'bound',
  createdAtMs: 100,
  settledAtMs: 90_000,
  attemptCount: 1,
  batchId: null,
  batchLine: null,
  ...rest,
});
const attempt = (bindingId: string, rest: Partial<AttemptFact>): AttemptFact => ({
  bindingId,
  number: `number of ${bindingId}`,
  n: 1,
  why: 'first',
  bodySha256: `body of ${bindingId}`,
  committedAtMs: 100,
  finishedAtMs: 200,
  outcome: 'bound',
  code: null,
  requestId: null,
  ...rest,
});
/** The request of an attempt that was answered, 50 ms after the attempt was written. */
const answer = ({ number, bodySha256, committedAtMs, requestId, outcome }: AttemptFact) => ({
  number,
  whole: true,
  bodySha256: bodySha256 ?? '',
  arrivedAtMs: committedAtMs + 50,
  applied: outcome === 'bound',
  requestId: requestId ?? '',
});

/**
 * Everything that may happen: `once` bound at once; `again` bound when a person repeated what a kill had cut;
 * `overtaken` by `newer`, which was therefore sent once more; and a batch of four lines: one throttled and bound, one lost and
 * re-asserted, one refused and sent anew, one that nobody sent; and a paused batch with a line that waits.
 */
export function makeTrueHistory(): Draft {
  const inBatch = (batchLine: number) => ({ batchId: 'batch', batchLine });
  const lost = { outcome: 'unknown', code: 'Unknown.Interrupted' } as const;
  const late = { n: 2, committedAtMs: 20_000, finishedAtMs: 20_100 };
  const attempts: AttemptFact[] = [
    attempt('once', { requestId: 'r1' }),
    attempt('again', { ...lost, committedAtMs: 1_000, finishedAtMs: 9_000 }),
    attempt('again', { ...late, why: 'repeat', requestId: 'r3' }),
    attempt('overtaken', { ...lost, number: 'shared', committedAtMs: 2_000, finishedAtMs: 9_000 }),
    attempt('newer', { number: 'shared', committedAtMs: 10_000, finishedAtMs: 10_100, requestId: 'r4' }),
    attempt('newer', { ...late, number: 'shared', why: 'reassert', requestId: 'r5' }),
    attempt('throttled', { outcome: 'throttled', code: 'RequestLimitExceeded', requestId: 'r6' }),
    attempt('throttled', { ...late, why: 'retry', requestId: 'r7' }),
    attempt('lost', { ...lost, finishedAtMs: 9_000, requestId: 'made up on the way' }),
    attempt('lost', { ...late, why: 'reassert', outcome: 'unknown', code: 'Unknown.Timeout' }),
    attempt('lost', { n: 3, committedAtMs: 30_000, finishedAtMs: 30_100, why: 'reassert', requestId: 'r8' }),
    attempt('refused', { outcome: 'refused', code: 'InvalidParameter', requestId: 'r9' }),
    attempt('anew', {
      number: 'number of refused',
      committedAtMs: 40_000,
      finishedAtMs: 40_100,
      requestId: 'r10',
    }),
  ];
  const answers = attempts.filter(({ requestId, outcome }) => requestId && outcome !== 'unknown').map(answer);
  return {
    intents: [
      { key: 'key of once', told: 'bound' },
      { key: 'key of again', told: null },
    ],
    batchIntents: [
      { key: 'key of batch', lines: 4, told: 'batch' },
      { key: 'key of nothing', lines: 9, told: null },
    ],
    sentAnew: ['refused'],
    batches: [
      { id: 'batch', key: 'key of batch', total: 4, state: 'done' },
      { id: 'paused', key: 'key of paused', total: 1, state: 'paused' },
    ],
    bindings: [
      binding('once', {}),
      binding('again', { attemptCount: 2 }),
      binding('overtaken', { number: 'shared', state: 'unknown' }),
      binding('newer', { number: 'shared' }),
      binding('throttled', { ...inBatch(1), attemptCount: 2 }),
      binding('lost', { ...inBatch(2), attemptCount: 3 }),
      binding('refused', { ...inBatch(3), state: 'refused' }),
      binding('unsent', { ...inBatch(4), state: 'unsent', attemptCount: 0 }),
      binding('waiting', {
        batchId: 'paused',
        batchLine: 1,
        state: 'queued',
        settledAtMs: null,
        attemptCount: 0,
      }),
      binding('anew', { ...inBatch(3), number: 'number of refused' }),
    ],
    attempts,
    arrivals: [
      {
        ...answer(attempt('again', {})),
        arrivedAtMs: 1_100,
        whole: false,
        bodySha256: 'half',
        applied: false,
        requestId: 'r2',
      },
      { ...answer(attempt('lost', {})), applied: false, requestId: 'r11' },
      ...answers,
    ],
    bound: new Map([
      ...['once', 'again', 'throttled', 'lost'].map((id) => [`number of ${id}`, `https://${id}/`] as const),
      ['shared', 'https://newer/'],
      ['number of refused', 'https://anew/'],
    ]),
    limiter: { perSecond: 20, limited: 0, busiestWholeSecond: 20, busiestSlidingSecond: 21 },
  };
}

/** Parts of a draft by name. Throws where there is no such part, so that no bug is planted in nothing. */
function partsOf(draft: Draft) {
  const found = <T>(rows: readonly T[], is: (row: T) => boolean): T => {
    const row = rows.find(is);
    if (row === undefined) throw new Error('No such part of the true history.');
    return row;
  };
  return {
    bindingOf: (id: string) => found(draft.bindings, (each) => each.id === id),
    attemptOf: (id: string, n = 1) => found(draft.attempts, (each) => each.bindingId === id && each.n === n),
    arrivalOf: (requestId: string) => found(draft.arrivals, (each) => each.requestId === requestId),
  };
}

type Plant = (parts: ReturnType<typeof partsOf>, history: Draft) => void;

export const set = <Part extends object>(part: Part, change: Partial<Part>) =>
  void Object.assign(part, change);

/** Plants each bug in the true history and expects that its rule is reported, with its invariant. */
export const expectFound = (bugs: [rule: string, bug: string, plant: Plant][]): void =>
  test.each(bugs)('%s: %s', (rule, _bug, plant) => {
    const history = makeTrueHistory();
    plant(partsOf(history), history);
    expect(checkHistory(history).map((each) => `${each.invariant} ${each.rule}`)).toContain(rule);
  });
