import { expect, test } from 'vitest';
import { onlyHiddenDiffers } from '#components/binding/url-difference.ts';
import { isSameAsKnown, knownUrl, marksOf, type Question } from '#components/review/review-request.ts';
import type { BindingView, NumberFacts } from '#lib/bindings/view.ts';

const shown = 'https://hooks.acme.com/?token=***';
const facts: NumberFacts = {
  appId: '1400000000',
  number: '0086075586013388',
  newestBindingId: 'b2',
  current: {
    certainty: 'exact',
    url: shown,
    numberType: null,
    bindingId: 'b2',
    setBy: 'Ada',
    setAt: '2026-11-03T06:05:00Z',
    hiddenMarks: ['now'],
  },
  pending: null,
};
const content = {
  appId: '1400000000',
  number: facts.number,
  numberType: null,
  callbackUrl: shown,
  reason: null,
};
const restoring = (...marks: string[]): Question => ({
  ...{ content, appName: 'Main line', facts, opened: null, unchanged: false },
  // Only its marks are asked for.
  restored: { hiddenMarks: { new: marks, previous: [] } } as unknown as BindingView,
});
const onlyHidden = (question: Question): boolean => {
  const marks = marksOf(question);
  return marks !== undefined && onlyHiddenDiffers(facts.current.url, question.content.callbackUrl, marks);
};

test('a URL that is put back and reads like the known one differs only where it is hidden', () => {
  expect(onlyHidden(restoring('then'))).toBe(true);
});

test('nothing hidden is claimed to differ where the marks are equal, the texts differ, or whole URLs are compared', () => {
  expect(onlyHidden(restoring('now'))).toBe(false);
  const other = { ...content, callbackUrl: 'https://hooks.acme.com/?key=***' };
  expect(onlyHidden({ ...restoring('then'), content: other })).toBe(false);
  expect(onlyHidden({ ...restoring('then'), content: { ...content, callbackUrl: null } })).toBe(false);
  expect(marksOf({ ...restoring('then'), restored: null })).toBeUndefined();
});

test('the wanted binding is the known one only while that is certain and nothing newer is under way', () => {
  expect(isSameAsKnown(facts, content)).toBe(true);
  const uncertain = { ...facts, current: { ...facts.current, certainty: 'uncertain' as const } };
  expect(isSameAsKnown(uncertain, content)).toBe(false);
  expect(isSameAsKnown(facts, { ...content, numberType: 'number' })).toBe(false);
  const pending = {
    ...{ bindingId: 'b3', url: null, hiddenMarks: [], state: 'sending' as const },
    ...{ by: 'Ada', at: '2026-11-03T06:06:00Z' },
  };
  expect(isSameAsKnown({ ...facts, pending }, content)).toBe(false);
});

test('no URL at all is something else than no known one', () => {
  expect(knownUrl({ ...facts, current: { ...facts.current, url: null } })).toBeNull();
  const never = { ...facts.current, certainty: 'none' as const, bindingId: null, url: null };
  expect(knownUrl({ ...facts, current: never })).toBeUndefined();
});
