import { expect, test } from 'vitest';
import { readChoice } from '#components/batches/new/source/handoff-choice.ts';

test('a choice is read as it was kept', () => {
  const choice = { search: 'q=acme', keys: ['1400000000.0086075586013388'] };
  expect(readChoice(JSON.stringify(choice))).toEqual(choice);
  expect(readChoice(JSON.stringify({ search: null, keys: [] }))).toEqual({ search: null, keys: [] });
});

test.each([null, 'null', '7', '{}', '{"search":7,"keys":[]}', '{"search":null,"keys":[1]}', '{"keys":[]}'])(
  '%j is none',
  (text) => {
    expect(readChoice(text)).toBeNull();
  },
);
