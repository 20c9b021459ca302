import { expect, test } from 'vitest';
import { attemptLines, supportSummary, withoutQueryValues } from '#components/binding/support-summary.ts';
import type { AttemptView, BindingDetailView } from '#lib/bindings/view.ts';

test('values of a query string do not leave for a ticket, names do', () => {
  expect(withoutQueryValues('https://hooks.acme.com/in?token=hidden&v=2')).toBe(
    'https://hooks.acme.com/in?token=…&v=…',
  );
  expect(withoutQueryValues('https://hooks.acme.com/in?hidden')).toBe('https://hooks.acme.com/in?…');
  expect(withoutQueryValues('https://hooks.acme.com/in')).toBe('https://hooks.acme.com/in');
});

test('lines without a value are left out', () => {
  expect(
    supportSummary([
      ['Number', '0086075586013388'],
      ['RequestId', null],
      ['Outcome', 'Unknown'],
    ]),
  ).toBe('Number: 0086075586013388\nOutcome: Unknown');
});

test('an attempt without an answer invents no RequestId', () => {
  const attempt: AttemptView = {
    n: 2,
    why: 'repeat',
    committedAt: '2026-11-03T14:05:00.000Z',
    signedAt: null,
    finishedAt: null,
    durationMs: null,
    outcome: null,
    httpStatus: null,
    code: null,
    message: null,
    requestId: null,
    bodySha256: null,
    clockSkewMs: null,
  };
  const binding = { attempts: [attempt] } as BindingDetailView;
  expect(attemptLines(binding)).toEqual(['#2 · 2026-11-03T14:05:00.000Z · sending']);
});
