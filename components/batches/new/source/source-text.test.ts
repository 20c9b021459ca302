import { expect, test } from 'vitest';
import { answerPlan, inParts } from '#components/batches/new/lines/line-worker.ts';
import { sourceMap, sourceText } from '#components/batches/new/source/source-text.ts';
import type { SourceLine } from '#lib/batches/view.ts';

const apps = [{ id: '1400000000', name: 'Main line' }];
const given = { ask: 1, apps, allowHttp: false, map: sourceMap };
const planOf = (lines: SourceLine[]) =>
  answerPlan({
    ...given,
    source: { text: sourceText(lines) },
    defaults: { appId: null, callbackUrl: null },
  });

test('lines of the server come out of the plan as they went in', () => {
  const url = 'https://hooks.acme.com/a,b?c="d"';
  const answer = planOf([
    {
      appId: '1400000000',
      number: '0086075586013388',
      numberType: 'number',
      callbackUrl: 'https://a.acme.com/',
    },
    { appId: '1400000000', number: '8001', numberType: null, callbackUrl: 'https://b.acme.com/;x' },
    { appId: '1400000000', number: '8002', numberType: null, callbackUrl: null },
    { appId: '1400000000', number: '8003', numberType: 'inner', callbackUrl: url },
  ]);
  expect(answer.ok && answer.planned).toMatchObject([
    { kind: 'ready', line: 1, number: '0086075586013388', numberType: 'number' },
    { kind: 'ready', line: 2, number: '8001', numberType: null, callbackUrl: 'https://b.acme.com/;x' },
    { kind: 'invalid', line: 3, problem: { code: 'url_missing' } },
    { line: 4, typed: { callbackUrl: url, numberType: 'inner' } },
  ]);
});

test('an answer comes in parts that are small, and then without lines', () => {
  const answer = planOf(
    Array.from({ length: 4_500 }, (_, index) => ({
      appId: '1400000000',
      number: String(10_000 + index),
      numberType: null,
      callbackUrl: 'https://a.acme.com/',
    })),
  );
  const messages = [...inParts(answer)];
  expect(messages.map((message) => ('part' in message ? message.part.length : 'end'))).toEqual([
    ...[2000, 2000, 500, 'end'],
  ]);
  expect(messages.at(-1)).toMatchObject({ ask: 1, ok: true, planned: [] });
});

test('a list without a header has no row more than a batch', () => {
  const answerTo = (rows: number) =>
    answerPlan({
      ...given,
      source: { text: '1400000000,8001,,https://a.acme.com/\n'.repeat(rows) },
      defaults: { appId: null, callbackUrl: null },
    });
  expect(answerTo(20_000).ok).toBe(true);
  expect(answerTo(20_001)).toMatchObject({
    ok: false,
    problem: { code: 'batch_too_many_rows', params: { line: 20_001 } },
  });
});

const answerTo = (text: string) => {
  const answer = answerPlan({
    ...{ ask: 1, apps, allowHttp: false, source: { text } },
    defaults: { appId: '1400000000', callbackUrl: null },
  });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer;
};

test('a URL that the separator may have cut is that line’s question, and the rest goes on', () => {
  const cut = '13800138000,https://h.acme.com/?a=1,2';
  const asks = {
    kind: 'invalid',
    problem: {
      code: 'batch_url_cut',
      params: { short: 'https://h.acme.com/?a=1', whole: 'https://h.acme.com/?a=1,2' },
    },
  };
  const ready = { kind: 'ready', callbackUrl: 'https://h.acme.com/' };
  expect(answerTo(`number,url\n${cut}\n13800138001,https://h.acme.com/`).planned).toMatchObject([
    asks,
    ready,
  ]);
  expect(answerTo(`${cut}\n13800138001,https://h.acme.com/`).planned).toMatchObject([asks, ready]);
  expect(answerTo('13800138000\n13800138001 https://h.acme.com/').planned).toMatchObject([
    { kind: 'invalid', problem: { code: 'url_missing' } },
    ready,
  ]);
});
