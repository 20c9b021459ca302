import { describe, expect, test } from 'vitest';
import { type CredentialsInput, maskSecretId, readCredentials } from '#lib/tencent/credentials.ts';

const none: CredentialsInput = {
  secretId: null,
  secretKey: null,
  sessionToken: null,
  simulated: false,
  profileText: null,
};
const set = { ...none, secretId: 'words-for-id', secretKey: 'words-for-key' };

test('the environment comes first, trimmed', () => {
  const profileText = '[default]\nsecret_id = other\nsecret_key = other\n';
  const read = readCredentials({
    ...set,
    secretId: ' words-for-id\n',
    sessionToken: '\ttoken\r\n',
    profileText,
  });
  const value = {
    secretId: 'words-for-id',
    secretKey: 'words-for-key',
    token: 'token',
    source: 'environment',
  };
  expect(read).toEqual({ ok: true, value });
});

test('the simulator says so', () => {
  expect(readCredentials({ ...set, simulated: true })).toMatchObject({
    ok: true,
    value: { source: 'simulator', token: null },
  });
});

test.each([
  '[default]\nsecret_id = a-b\nsecret_key = c=d\ntoken = e\n',
  '\uFEFF; note\r\n[other]\r\nsecret_id=no\r\n[default]\r\nsecret_id=a-b\r\nsecret_key=c=d\r\ntoken=e',
  '# note\n[ default ]\n  secret_id=a-b  \n  secret_key  =  c=d\n\ntoken=e\n[next]\nsecret_id=no\nsecret_key=no\n',
])('the default section of a profile file is read', (profileText) => {
  const value = { secretId: 'a-b', secretKey: 'c=d', token: 'e', source: 'profile' };
  expect(readCredentials({ ...none, profileText })).toEqual({ ok: true, value });
});

test.each([
  null,
  '',
  '[other]\nsecret_id=a\nsecret_key=b',
  'secret_id=a\nsecret_key=b',
  '{"secret_id":"a"}',
  '[default]\n',
])('without keys anywhere there are no credentials', (profileText) => {
  expect(readCredentials({ ...none, secretId: ' ', profileText })).toEqual({ ok: true, value: null });
});

describe('a value that no key can have is refused, naming the variable and never the value', () => {
  const bad = [
    'bad word',
    'bad\nword',
    'bad\r\nX: y',
    'bad\0word',
    'bad\u007fword',
    'bädword',
    'bad\u200bword',
    'bad\u00a0word',
    'ｂａｄ',
  ];
  const places = [
    ['TENCENTCLOUD_SECRET_ID', (text: string) => ({ ...set, secretId: text })],
    ['TENCENTCLOUD_SECRET_KEY', (text: string) => ({ ...set, secretKey: text })],
    ['TENCENTCLOUD_SESSION_TOKEN', (text: string) => ({ ...set, sessionToken: text })],
  ] as const;

  test.each(places)('%s', (variable, place) => {
    for (const text of bad) {
      const read = readCredentials(place(text));
      expect(read).toMatchObject({ ok: false, problem: [{ variable }] });
      expect(JSON.stringify(read)).not.toMatch(/b.{0,2}d|words-for/i);
    }
  });

  test('the profile file', () => {
    const read = readCredentials({
      ...none,
      profileText: '[default]\nsecret_id = bad word\nsecret_key = bädword',
    });
    expect(!read.ok && read.problem.map(({ variable }) => variable)).toEqual([
      '~/.tencentcloud/credentials [default] secret_id',
      '~/.tencentcloud/credentials [default] secret_key',
    ]);
    expect(JSON.stringify(read)).not.toMatch(/bad|bäd/);
  });
});

test('half a pair is refused', () => {
  expect(readCredentials({ ...set, secretKey: null })).toMatchObject({
    problem: [{ variable: 'TENCENTCLOUD_SECRET_KEY' }],
  });
  expect(readCredentials({ ...set, secretId: '' })).toMatchObject({
    problem: [{ variable: 'TENCENTCLOUD_SECRET_ID' }],
  });
});

test('a masked id shows at most half of it', () => {
  expect(maskSecretId(`AKID${'*'.repeat(28)}WXYZ`)).toBe('AKID••••WXYZ');
  expect(maskSecretId('short-id')).toBe('sh••••');
});
