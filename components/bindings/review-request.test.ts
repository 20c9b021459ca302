import { expect, test } from 'vitest';
import { differsInHiddenPart, type Question } from '#components/bindings/review-request.ts';
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
  },
  pending: null,
};
const restored = {} as BindingView; // only its presence is asked for
const content = {
  appId: '1400000000',
  number: facts.number,
  numberType: null,
  callbackUrl: shown,
  reason: null,
};
const question: Question = { content, appName: 'Main line', restored, facts, opened: null, unchanged: false };

test('two URLs that read alike and are not the same differ where it is hidden', () => {
  expect(differsInHiddenPart(question)).toBe(true);
});

test('nothing hidden is claimed where the server found them the same, they read differently, or nobody is certain', () => {
  expect(differsInHiddenPart({ ...question, unchanged: true })).toBe(false);
  expect(differsInHiddenPart({ ...question, restored: null })).toBe(false);
  const other = { ...content, callbackUrl: 'https://hooks.acme.com/' };
  expect(differsInHiddenPart({ ...question, content: other })).toBe(false);
  const uncertain = { ...facts, current: { ...facts.current, certainty: 'uncertain' as const } };
  expect(differsInHiddenPart({ ...question, facts: uncertain })).toBe(false);
});
