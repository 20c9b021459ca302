import { expect, test } from 'vitest';
import { readForeignAnswer, readOwnProblem } from '#lib/client/foreign-answer.ts';

const answer = (status: number, type = 'text/html', rest: { redirected?: boolean } = {}) =>
  readForeignAnswer({
    ok: status >= 200 && status < 300,
    status,
    type: 'basic',
    redirected: false,
    headers: new Headers({ 'content-type': type }),
    ...rest,
  });

test.each([
  [401, 'proxy_sign_in'],
  [403, 'proxy_refused'],
  [413, 'request_too_large'],
  [429, 'proxy_busy'],
  [502, 'proxy_unavailable'],
  [503, 'proxy_unavailable'],
  [504, 'proxy_unavailable'],
  [400, 'answer_unreadable'],
  [404, 'answer_unreadable'],
  [411, 'answer_unreadable'],
  [520, 'answer_unreadable'],
])('%i that our code did not write', (status, code) => {
  expect(answer(status)).toEqual({ code, params: { status } });
  expect(answer(status, 'application/json').code).toBe(code);
});

test('a page where data was asked for is a sign-in page', () => {
  expect(answer(200).code).toBe('proxy_sign_in');
  expect(answer(200, 'text/html', { redirected: true }).code).toBe('proxy_sign_in');
  expect(answer(404, 'text/html', { redirected: true }).code).toBe('proxy_sign_in');
});

test('an answer of ours that broke off is a broken connection', () => {
  expect(answer(200, 'application/json; charset=utf-8').code).toBe('offline');
  expect(answer(200, 'text/x-component').code).toBe('offline');
});

test('a problem counts as ours by its code alone', () => {
  expect(readOwnProblem({ problem: { code: 'forbidden' } })).toEqual({ code: 'forbidden' });
  for (const body of [null, 'x', {}, { problem: {} }, { problem: { code: 'made_up' } }, { message: 'no' }])
    expect(readOwnProblem(body)).toBeNull();
});
