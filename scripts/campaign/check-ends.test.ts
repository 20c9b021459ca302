import { expectFound, set } from '#lib/testing/campaign/history.ts';

expectFound([
  [
    'I1 line not sent anew',
    'a retry that was acknowledged before its commit',
    (_, history) => {
      history.bindings = history.bindings.filter(({ id }) => id !== 'anew');
    },
  ],
  [
    'I1 lost',
    'a commit error that is swallowed',
    (_, history) => {
      history.bindings = history.bindings.filter(({ id }) => id !== 'once');
    },
  ],
  [
    'I1 batch lost',
    'a batch that was acknowledged before its commit',
    (_, history) => {
      history.batchIntents.push({ key: 'key of nobody', lines: 1, told: 'gone' });
    },
  ],
  [
    'I1 half a batch',
    'a batch that is stored line by line',
    (_, history) => {
      history.bindings = history.bindings.filter(({ id }) => id !== 'unsent');
    },
  ],
  [
    'I1 half a batch',
    'a batch of which a part was taken for the whole',
    (_, history) => {
      history.batchIntents[0] = { key: 'key of batch', lines: 5, told: 'batch' };
    },
  ],
  [
    'I1 left open',
    'a binding that nobody ever settles',
    ({ bindingOf }) => set(bindingOf('again'), { state: 'sending' }),
  ],
  [
    'I1 left open',
    'a line that waits in a batch that is over',
    (_, history) => {
      history.batches[1] = { id: 'paused', key: 'key of paused', total: 1, state: 'stopped' };
    },
  ],
  [
    'I1 open too long',
    'a recovery that comes after a minute',
    ({ attemptOf }) => {
      set(attemptOf('again'), { finishedAtMs: 61_001 });
      set(attemptOf('again', 2), { committedAtMs: 70_000, finishedAtMs: 70_100 });
    },
  ],
  [
    'I3 two bindings of one key',
    'a key that makes two bindings',
    ({ bindingOf }, { bindings }) => bindings.push({ ...bindingOf('once'), id: 'twice', number: 'another' }),
  ],
  [
    'I3 two batches of one key',
    'a key that starts two batches',
    (_, { batches }) => batches.push({ id: 'twin', key: 'key of batch', total: 4, state: 'done' }),
  ],
  [
    'I3 line sent anew without reason',
    'a line sent anew that was bound',
    ({ bindingOf }) => set(bindingOf('refused'), { state: 'bound' }),
  ],
  [
    'I8 answer taken back',
    'an answer that history takes back',
    ({ bindingOf }) => set(bindingOf('once'), { state: 'unknown' }),
  ],
]);
