import { expectFound, set } from '#lib/testing/campaign/history.ts';

expectFound([
  [
    'I3 repeated without reason',
    'a repeat of an unknown attempt by the machine, without a flag',
    ({ attemptOf }) => set(attemptOf('lost', 2), { why: 'retry' }),
  ],
  [
    'I3 repeated without reason',
    'a re-assert of what no batch holds',
    ({ attemptOf }) => set(attemptOf('again', 2), { why: 'reassert' }),
  ],
  [
    'I3 repeated without reason',
    'a third re-assert',
    ({ attemptOf, bindingOf }, { attempts }) => {
      set(attemptOf('lost', 3), { outcome: 'unknown', requestId: null });
      set(bindingOf('lost'), { attemptCount: 4 });
      attempts.push({ ...attemptOf('lost', 3), n: 4, committedAtMs: 40_000, finishedAtMs: 40_100 });
    },
  ],
  [
    'I3 repeated without reason',
    'a re-assert of what was bound and never in doubt',
    (_, history) => {
      history.attempts = history.attempts.filter(({ bindingId }) => bindingId !== 'overtaken');
    },
  ],
  [
    'I3 repeated without reason',
    'a second re-assert after one that was answered',
    ({ attemptOf }, { attempts }) =>
      attempts.push({ ...attemptOf('newer', 2), n: 3, committedAtMs: 50_000, finishedAtMs: 50_100 }),
  ],
  [
    'I3 repeated without reason',
    'a repeat of what was bound',
    ({ attemptOf }) => set(attemptOf('again'), { outcome: 'bound' }),
  ],
  [
    'I3 repeated without reason',
    'a refused number that the machine tries again',
    ({ attemptOf }) => set(attemptOf('throttled'), { outcome: 'refused', code: 'InvalidParameter' }),
  ],
  [
    'I3 repeated with another value',
    'a re-assert of another value',
    ({ attemptOf }) => set(attemptOf('lost', 2), { bodySha256: 'other' }),
  ],
  [
    'I6 two in flight',
    'a number without a lock',
    ({ attemptOf }) => set(attemptOf('overtaken'), { finishedAtMs: 10_010 }),
  ],
  [
    'I6 two in flight',
    'an attempt that nobody ever finished',
    ({ attemptOf }) => set(attemptOf('again'), { finishedAtMs: null, outcome: null }),
  ],
  [
    'I8 a gap in the attempts',
    'an attempt that was removed',
    ({ attemptOf }) => set(attemptOf('again', 2), { n: 3 }),
  ],
  [
    'I8 attempts miscounted',
    'a repeat that nobody counts',
    ({ bindingOf }) => set(bindingOf('again'), { attemptCount: 1 }),
  ],
  [
    'I8 settled at no time',
    'an end without its time',
    ({ bindingOf }) => set(bindingOf('unsent'), { settledAtMs: null }),
  ],
  [
    'I8 finished without an outcome',
    'half a finding',
    ({ attemptOf }) => set(attemptOf('once'), { outcome: null }),
  ],
]);
