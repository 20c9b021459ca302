import { expect, test } from 'vitest';
import { parseFlags } from '#lib/simulator/flags.ts';

test('without flags it is limited, open to any number, and signed with words no one takes for a key', () => {
  expect(parseFlags([])).toEqual({
    port: 0,
    controlPort: 0,
    secretId: 'simulator-secret-id',
    secretKey: 'simulator-secret-key',
    token: null,
    apps: [
      { sdkAppId: '1400000000', name: 'Main line' },
      { sdkAppId: '1400000001', name: 'Sales' },
    ],
    anyApp: false,
    perSecond: 20,
    anyNumber: true,
    dieWithParent: false,
    controlFile: null,
  });
});

test('flags change what they name', () => {
  const flags = [
    '--unlimited',
    '--strict-world',
    '--any-app',
    '--port=8080',
    '--token',
    'a-token',
    '--apps',
    '7=a=b, 8',
  ];
  expect(parseFlags(flags)).toMatchObject({
    anyApp: true,
    perSecond: null,
    anyNumber: false,
    port: 8080,
    token: 'a-token',
    apps: [
      { sdkAppId: '7', name: 'a=b' },
      { sdkAppId: '8', name: '8' },
    ],
  });
});

test.each([['--port', 'x'], ['--port', '70000'], ['--apps', 'Main line'], ['--apps', '007=x'], ['word']])(
  'what is not understood is an error: %s %s',
  (...flags) => {
    expect(() => parseFlags(flags)).toThrow();
  },
);
