import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSdkAppId } from '#lib/domain/sdk-app-id.ts';

describe('an SdkAppId', () => {
  it('keeps its digits exactly, also in a JSON body', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
        expect(parseSdkAppId(String(id))).toEqual({ ok: true, value: String(id) });
        expect(JSON.stringify({ id: Number(String(id)) })).toBe(`{"id":${id}}`);
      }),
    );
  });

  it.each([
    '0',
    '-0',
    '-1',
    '+1',
    '01',
    '1e3',
    '0x10',
    '1.0',
    ' 1',
    '1 ',
    '１',
    '9007199254740992',
    '99999999999999999',
  ])('%j is refused', (text) =>
    expect(parseSdkAppId(text)).toMatchObject({ ok: false, problem: { code: 'app_malformed' } }),
  );

  it('that is missing is asked for', () => {
    expect(parseSdkAppId('')).toMatchObject({ problem: { code: 'app_missing' } });
  });
});
