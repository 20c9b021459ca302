import { expectFound } from '#lib/testing/campaign/history.ts';

expectFound([
  [
    'I4 provider differs',
    'a number that is bound to something else',
    (_, { bound }) => bound.set('shared', 'https://overtaken/'),
  ],
  [
    'I4 provider differs',
    'a newer binding, refused, that hides what the provider has',
    ({ bindingOf }, { bindings, bound }) => {
      bindings.push({
        ...bindingOf('refused'),
        id: 'later',
        key: 'later',
        number: 'number of once',
        batchId: null,
      });
      bound.set('number of once', 'https://other/');
    },
  ],
  [
    'I4 provider differs',
    'a number that nothing is known of',
    (_, { bound }) => bound.set('another', 'https://x/'),
  ],
  [
    'I7 over the limit',
    'a pace that each process keeps for itself',
    (_, history) => {
      history.limiter = { ...history.limiter, busiestWholeSecond: 21 };
    },
  ],
  [
    'I7 over the limit',
    'a burst on the border of two seconds',
    (_, history) => {
      history.limiter = { ...history.limiter, busiestSlidingSecond: 22 };
    },
  ],
]);
