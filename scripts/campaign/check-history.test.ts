import { expect, test } from 'vitest';
import {
  type Arrival,
  type AttemptFact,
  type BindingFact,
  checkHistory,
  type Intent,
} from '#scripts/campaign/check-history.ts';

type Draft = {
  intents: Intent[];
  bindings: BindingFact[];
  attempts: AttemptFact[];
  arrivals: Arrival[];
  bound: Map<string, string | null>;
};

const attempt = (rest: Partial<AttemptFact>): AttemptFact => ({
  bindingId: 'b1',
  number: '00861',
  n: 1,
  why: 'first',
  bodySha256: 'body',
  committedAtMs: 100,
  finishedAtMs: 200,
  outcome: 'bound',
  code: null,
  requestId: 'r1',
  ...rest,
});

/** One number bound at once; another bound when a person repeated what a kill had left unknown. */
const good: Draft = {
  intents: [
    { key: 'k1', number: '00861', told: 'bound', killedAtMs: 300 },
    { key: 'k2', number: '00862', told: null, killedAtMs: 1_200 },
  ],
  bindings: [
    { id: 'b1', key: 'k1', number: '00861', callbackUrl: 'https://a/', state: 'bound' },
    { id: 'b2', key: 'k2', number: '00862', callbackUrl: 'https://b/', state: 'bound' },
  ],
  attempts: [
    attempt({}),
    attempt({
      bindingId: 'b2',
      number: '00862',
      committedAtMs: 1_000,
      finishedAtMs: 9_000,
      outcome: 'unknown',
      requestId: null,
    }),
    attempt({
      bindingId: 'b2',
      number: '00862',
      n: 2,
      why: 'repeat',
      committedAtMs: 20_000,
      finishedAtMs: 20_100,
      requestId: 'r3',
    }),
  ],
  arrivals: [
    { number: '00861', bodySha256: 'body', arrivedAtMs: 150, applied: true, requestId: 'r1' },
    { number: null, bodySha256: 'half', arrivedAtMs: 1_100, applied: false, requestId: 'r2' },
    { number: '00862', bodySha256: 'body', arrivedAtMs: 20_050, applied: true, requestId: 'r3' },
  ],
  bound: new Map([
    ['00861', 'https://a/'],
    ['00862', 'https://b/'],
  ]),
};

const plant = (change: (history: Draft) => void): string[] => {
  const history = structuredClone(good);
  change(history);
  return checkHistory(history).map(({ rule }) => rule);
};

test('a true history breaks no rule', () => {
  expect(checkHistory(good)).toEqual([]);
});

const bugs: [string, string, (history: Draft) => void][] = [
  [
    'an attempt that is written after its request has arrived',
    'arrived without an attempt',
    ({ attempts }) => {
      Object.assign(attempts[0] ?? {}, { committedAtMs: 151 });
    },
  ],
  [
    'a request that no attempt tells of',
    'arrived without an attempt',
    ({ attempts }) => {
      attempts.splice(0, 1);
    },
  ],
  [
    'a request sent twice for one attempt',
    'arrived twice',
    ({ arrivals }) => {
      arrivals.push({
        number: '00861',
        bodySha256: 'body',
        arrivedAtMs: 160,
        applied: true,
        requestId: 'r1',
      });
    },
  ],
  [
    'a half request sent again without a new attempt',
    'arrived without an attempt',
    ({ arrivals }) => {
      arrivals.push({
        number: null,
        bodySha256: 'half',
        arrivedAtMs: 1_150,
        applied: false,
        requestId: 'r9',
      });
      arrivals.push({
        number: null,
        bodySha256: 'half',
        arrivedAtMs: 1_160,
        applied: false,
        requestId: 'r9',
      });
    },
  ],
  [
    'bytes other than those stored',
    'other bytes',
    ({ arrivals }) => {
      Object.assign(arrivals[0] ?? {}, { bodySha256: 'other' });
    },
  ],
  [
    'the answer of another request',
    'other RequestId',
    ({ attempts }) => {
      Object.assign(attempts[0] ?? {}, { requestId: 'r7' });
    },
  ],
  [
    'a timeout that is called refused',
    'refused but applied',
    ({ bindings }) => {
      Object.assign(bindings[0] ?? {}, { state: 'refused' });
    },
  ],
  [
    'a success that nobody applied',
    'bound but not applied',
    ({ arrivals }) => {
      Object.assign(arrivals[0] ?? {}, { applied: false });
    },
  ],
  [
    'a repeat of an unknown attempt by the machine',
    'repeated without reason',
    ({ attempts }) => {
      Object.assign(attempts[2] ?? {}, { why: 'retry' });
    },
  ],
  [
    'a repeat of what was bound',
    'repeated without reason',
    ({ attempts }) => {
      Object.assign(attempts[1] ?? {}, { outcome: 'bound' });
    },
  ],
  [
    'a number without a lock',
    'two in flight',
    ({ attempts }) => {
      Object.assign(attempts[1] ?? {}, { finishedAtMs: 20_010 });
    },
  ],
  [
    'an attempt that nobody ever finished',
    'two in flight',
    ({ attempts }) => {
      Object.assign(attempts[1] ?? {}, { finishedAtMs: null });
    },
  ],
  [
    'a binding that is still being sent at the end',
    'left open',
    ({ bindings }) => {
      Object.assign(bindings[1] ?? {}, { state: 'sending' });
    },
  ],
  [
    'a recovery that comes after a minute',
    'open too long',
    ({ attempts }) => {
      Object.assign(attempts[1] ?? {}, { finishedAtMs: 61_201 });
      Object.assign(attempts[2] ?? {}, { committedAtMs: 70_000, finishedAtMs: 70_100 });
    },
  ],
  [
    'a commit error that is swallowed',
    'lost',
    ({ bindings, attempts, arrivals }) => {
      bindings.splice(0, 1);
      attempts.splice(0, 1);
      arrivals.splice(0, 1);
    },
  ],
  [
    'a key that makes two bindings',
    'two bindings of one key',
    ({ bindings }) => {
      bindings.push({
        id: 'b3',
        key: 'k1',
        number: '00863',
        callbackUrl: null,
        state: 'unknown',
      });
    },
  ],
  [
    'an answer that history takes back',
    'answer taken back',
    ({ bindings }) => {
      Object.assign(bindings[0] ?? {}, { state: 'unknown' });
    },
  ],
  [
    'a number that is bound to something else',
    'provider differs',
    ({ bound }) => {
      bound.set('00862', 'https://other/');
    },
  ],
];

test.each(bugs)('%s is found (%s)', (_bug, rule, change) => {
  expect(plant(change)).toContain(rule);
});
