import { expectFound, set } from '#lib/testing/campaign/history.ts';

expectFound([
  [
    'I2 arrived without an attempt',
    'an attempt that is written after its request has left',
    ({ attemptOf }) => set(attemptOf('once'), { committedAtMs: 151 }),
  ],
  [
    'I2 arrived without an attempt',
    'a request that no attempt tells of',
    (_, history) => {
      history.attempts = history.attempts.filter(({ bindingId }) => bindingId !== 'once');
    },
  ],
  [
    'I2 other bytes',
    'bytes other than those stored',
    ({ arrivalOf }) => set(arrivalOf('r1'), { bodySha256: 'other' }),
  ],
  [
    'I3 arrived twice',
    'a request sent twice for one attempt',
    ({ arrivalOf }, { arrivals }) =>
      arrivals.push({ ...arrivalOf('r1'), arrivedAtMs: 160, requestId: 'r99' }),
  ],
  [
    'I3 arrived twice',
    'a request that was cut and sent again without a new attempt',
    ({ arrivalOf }, { arrivals }) =>
      arrivals.push({ ...arrivalOf('r2'), arrivedAtMs: 1_150, requestId: 'r99' }),
  ],
  [
    'I5 refused but applied',
    'a timeout that is called refused',
    ({ bindingOf, attemptOf }) => {
      set(attemptOf('once'), { outcome: 'refused' });
      set(bindingOf('once'), { state: 'refused' });
    },
  ],
  [
    'I5 bound but not applied',
    'a success that nobody applied',
    ({ arrivalOf }) => set(arrivalOf('r1'), { applied: false }),
  ],
  [
    'I5 unsent but applied',
    'a line that is called unsent after it was sent',
    ({ bindingOf }) => set(bindingOf('throttled'), { state: 'unsent' }),
  ],
  [
    'I5 called not sent but arrived',
    'a lost connection that is called not sent',
    ({ attemptOf }) => set(attemptOf('lost'), { outcome: 'not_sent' }),
  ],
  [
    'I5 other RequestId',
    'the answer of another request',
    ({ attemptOf }) => set(attemptOf('once'), { requestId: 'r98' }),
  ],
  [
    'I6 sent after its lease',
    'a process that is woken up and sends what was recovered',
    ({ arrivalOf }) => set(arrivalOf('r11'), { arrivedAtMs: 9_001 }),
  ],
]);
