import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownCodes, proofOf } from '#lib/domain/provider-codes.ts';
import { judge } from '#lib/tencent/errors.ts';
import { malformedBodies } from '#lib/testing/tencent/malformed-bodies.ts';
import { errorBody, okBody } from '#lib/testing/tencent/raw-server.ts';

const judgeAnswer = (
  body: string | Buffer,
  httpStatus = 200,
  contentType: string | null = 'application/json',
) => judge({ kind: 'answered', httpStatus, date: null, contentType, body: Buffer.from(body) });

const nothing = { httpStatus: null, code: null, message: null, requestId: null };

test('bound is a 200 with the envelope, a RequestId and no Error', () => {
  expect(judgeAnswer(okBody())).toEqual({
    ...nothing,
    outcome: 'bound',
    httpStatus: 200,
    requestId: 'request-1',
  });
  const richer =
    '{"Response":{"TraceId":"a:b\\"{","RequestId":"request-1","More":{"List":[1,{"x":2},{"x":3}]}}}';
  expect(judgeAnswer(richer).outcome).toBe('bound');
});

test('nothing in the whole 200 to 599 range but 200 is bound, refused or throttled', () => {
  for (let status = 201; status < 600; status += 1) {
    for (const body of [
      okBody(),
      errorBody('InvalidParameter'),
      errorBody('RequestLimitExceeded'),
      '',
      '<html>',
    ]) {
      expect(judgeAnswer(body, status)).toMatchObject({
        outcome: 'unknown',
        code: 'Unknown.HttpStatus',
        httpStatus: status,
      });
    }
  }
});

test.each(knownCodes)('%s is judged by what it proves, and shown verbatim', (code) => {
  const outcome = { not_applied: 'refused', throttled: 'throttled', uncertain: 'unknown' }[proofOf(code)];
  const verdict = judgeAnswer(errorBody(code, 'said the server'));
  expect(verdict).toEqual({
    outcome,
    httpStatus: 200,
    code,
    message: 'said the server',
    requestId: 'request-1',
  });
});

test('a code nobody has seen is shown verbatim and leaves the outcome unknown', () => {
  const random = fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(...'abcXYZ09_-:<>&') });
  fc.assert(
    fc.property(random, random, (family, rest) => {
      const code = `Zz${family}.${rest}`;
      expect(judgeAnswer(errorBody(code))).toMatchObject({
        outcome: 'unknown',
        code,
        requestId: 'request-1',
      });
    }),
    { seed: 17 },
  );
});

test('what was lost is unknown with its own code, and what was not sent is not sent', () => {
  expect(judge({ kind: 'not_sent', code: 'NotSent.NameNotFound' })).toEqual({
    ...nothing,
    outcome: 'not_sent',
    code: 'NotSent.NameNotFound',
  });
  expect(judge({ kind: 'lost', code: 'Unknown.Timeout', httpStatus: 200, date: null })).toEqual({
    ...nothing,
    outcome: 'unknown',
    code: 'Unknown.Timeout',
    httpStatus: 200,
  });
});

describe('an answer that is not exactly the envelope', () => {
  test('is unknown, in all of more than 200 shapes', () => {
    expect(malformedBodies.length).toBeGreaterThan(200);
    for (const body of malformedBodies) {
      const verdict = judgeAnswer(body);
      expect(verdict, String(body).slice(0, 100)).toMatchObject({
        outcome: 'unknown',
        code: 'Unknown.UnexpectedAnswer',
      });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'RequestId')).toBeUndefined();
  });

  test('is unknown where another module has polluted the prototype of all objects', () => {
    const polluted = { Response: { RequestId: 'a' }, RequestId: 'a', Code: 'InvalidParameter' };
    try {
      for (const [key, value] of Object.entries(polluted)) Reflect.set(Object.prototype, key, value);
      const bodies = ['{}', '{"Response":{}}', '{"Response":{"RequestId":"a","Error":{}}}'];
      expect(bodies.map((body) => judgeAnswer(body).outcome)).toEqual(['unknown', 'unknown', 'unknown']);
    } finally {
      for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  test('is unknown when it claims another charset', () => {
    expect(judgeAnswer(okBody(), 200, 'application/json; charset=gbk').outcome).toBe('unknown');
    expect(judgeAnswer(okBody(), 200, 'application/json; charset="utf-16"').outcome).toBe('unknown');
    expect(judgeAnswer(okBody(), 200, 'application/json;charset=UTF-8').outcome).toBe('bound');
    expect(judgeAnswer(okBody(), 200, null).outcome).toBe('bound');
  });

  test('never throws and is never bound by chance: random bytes, random JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(judgeAnswer(Buffer.from(bytes)).outcome).toBe('unknown');
      }),
      { numRuns: 2_000, seed: 8 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(judgeAnswer(text).outcome).toBe('unknown');
        expect(judgeAnswer(`{"Response":${text}}`).outcome).toBe('unknown');
      }),
      { numRuns: 2_000, seed: 9 },
    );
  });
});

test('what is stored of an answer is capped and free of NUL, control and overriding characters', () => {
  const nasty = `a\0b\u202Ec\r\nd\uD800${'€'.repeat(5_000)}`;
  const { code, message, requestId } = judgeAnswer(
    JSON.stringify({ Response: { RequestId: nasty, Error: { Code: nasty, Message: nasty } } }),
  );
  for (const [text, limit] of [
    [code, 200],
    [message, 500],
    [requestId, 200],
  ] as const) {
    expect(text).toMatch(/^a b c d\uFFFD€+$/u);
    expect(text?.length).toBe(limit);
  }
});

test('of a sign-in page the beginning is kept as text', () => {
  const page = '<!doctype html><title>Sign in</title><script>alert(1)</script>';
  expect(judgeAnswer(page, 200, 'text/html')).toMatchObject({
    code: 'Unknown.UnexpectedAnswer',
    message: page,
  });
  expect(judgeAnswer(page, 502, 'text/html')).toMatchObject({
    code: 'Unknown.HttpStatus',
    message: page,
    httpStatus: 502,
  });
});
