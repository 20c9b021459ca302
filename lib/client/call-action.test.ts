import { expect, test, vi } from 'vitest';
import { callAction } from '#lib/client/call-action.ts';
import { ok } from '#lib/domain/result.ts';

const rejectWith = (error: unknown) => () => Promise.reject(error);
const codeOf = async (action: () => Promise<never>) => {
  const result = await callAction(action, {});
  return result.ok ? 'ok' : result.problem.code;
};
const withDigest = (digest: string) => Object.assign(new Error('x'), { digest });

test('an answer passes through', async () => {
  expect(await callAction(async (input: { n: number }) => ok(input.n), { n: 1 })).toEqual(ok(1));
});

test.each([
  ['a crash', withDigest('1234567890'), 'unexpected'],
  ['a broken fetch', new TypeError('Failed to fetch'), 'offline'],
  ['an answer that is none', new Error('An unexpected response was received from the server.'), 'offline'],
  ['an unknown action', Object.assign(new Error('x'), { name: 'UnrecognizedActionError' }), 'stale'],
  ['something odd', 'odd', 'offline'],
])('%s becomes a problem', async (_what, error, code) => {
  expect(await codeOf(rejectWith(error))).toBe(code);
});

test('a refusal that our own gate explains is read from its text', async () => {
  const cause = {
    code: 'wrong_origin',
    params: { reached: 'http://10.0.0.7:3000', configured: 'http://localhost:3000' },
  };
  const answered = rejectWith(new Error(JSON.stringify({ problem: cause })));
  expect(await callAction(answered, {})).toEqual({ ok: false, problem: cause });
});

test('a large input is not sent once the session is over, a small one or one within it is', async () => {
  const large = { lines: 'x'.repeat(30_000) };
  const sent: unknown[] = [];
  const action = async (input: unknown) => {
    sent.push(input);
    return ok(null);
  };
  let answer = Response.json({ problem: { code: 'signed_out' } }, { status: 401 });
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => answer.clone());
  expect(await callAction(action, large)).toMatchObject({ problem: { code: 'signed_out' } });
  expect(sent).toEqual([]);
  expect(await callAction(action, { lines: 'x' })).toEqual(ok(null));
  for (const other of [Response.json([]), Response.json({}, { status: 500 }), new Response('busy')]) {
    answer = other;
    expect(await callAction(action, large)).toEqual(ok(null));
  }
  asked.mockRestore();
  expect(sent).toHaveLength(4);
});
