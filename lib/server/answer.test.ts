import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWith, sendCookies, withAnswer } from '#lib/server/answer.ts';

const server = createServer((request, response) => {
  void withAnswer(response, { isAction: 'next-action' in request.headers }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (request.headers['x-cookie'])
      sendCookies([`a=${request.headers['x-cookie']}; HttpOnly`, 'b=2; Path=/']);
    if (request.url !== '/') answerWith(Number(request.url?.slice(1)));
    // As Next does it: a status of its own, and headers sent with the first byte.
    response.statusCode = request.url === '/' ? Number(request.headers['x-status'] ?? 200) : 200;
    response.setHeader('content-type', 'text/x-component');
    response.end('answer');
  });
});
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

test('the code that answers names the status, and the body stays whole', async () => {
  const response = await ask('/403');
  expect([response.status, await response.text()]).toEqual([403, 'answer']);
});

test('without a named status the response keeps its own', async () => {
  expect((await ask('/')).status).toBe(200);
});

test('a 500 of an action that our code did not name is the caller’s, of anything else ours', async () => {
  expect((await ask('/', { 'x-status': '500', 'next-action': 'id' })).status).toBe(400);
  expect((await ask('/', { 'x-status': '500' })).status).toBe(500);
  expect((await ask('/500', { 'next-action': 'id' })).status).toBe(500);
});

test('requests at the same time do not mix their statuses', async () => {
  const wanted = [401, 403, 429, 400, 401, 403, 429, 400];
  const responses = await Promise.all(wanted.map((status) => ask(`/${status}`)));
  expect(responses.map(({ status }) => status)).toEqual(wanted);
});

test('cookies go out line by line, to the request that sent them alone', async () => {
  const answered = await Promise.all(
    ['1', '2', ''].map((cookie) => ask('/', cookie ? { 'x-cookie': cookie } : {})),
  );
  expect(answered.map(({ headers }) => headers.getSetCookie())).toEqual([
    ['a=1; HttpOnly', 'b=2; Path=/'],
    ['a=2; HttpOnly', 'b=2; Path=/'],
    [],
  ]);
});

test('outside of a request it says what is missing', () => {
  expect(() => answerWith(403)).toThrow(/server\.ts/);
});
