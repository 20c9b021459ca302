import { describe, expect, test } from 'vitest';
import { checkStrength } from '#lib/auth/password-strength.ts';

const mei = { name: 'Mei Lindqvist', email: 'mei.lindqvist@example.net' };
const reasonFor = (password: string) => {
  const checked = checkStrength(password, mei, 'newPassword');
  if (checked.ok) return 'ok';
  expect(checked.problem).toMatchObject({ code: 'password_guessable', field: 'newPassword' });
  return checked.problem.params?.reason;
};

describe('passwords that are refused', () => {
  test.each([
    ['password1234', 'common'],
    ['123456789012', 'common'],
    ['            ', 'repeat'],
    ['P@ssw0rd1234', 'common'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'common'],
    ['p a s s w o r d 1', 'common'],
    ['drowssap4321', 'common'],
    ['aaaaaaaaaaaa', 'repeat'],
    ['abcabcabcabc', 'repeat'],
    ['abcdefghijklmnop', 'sequence'],
    ['qwe123qwe123', 'repeat'],
    ['1qaz2wsx3edc', 'common'],
    ['MeiLindqvist', 'own'],
    ['mei.lindqvist@example.net', 'own'],
    ['lindqvist2026', 'own'],
    ['Patchboard123', 'own'],
    ['tencentcloud', 'own'],
    ['20261130 2026', 'date'],
    ['密码密码密码密码密码密码', 'repeat'],
  ])('%j: %s', (password, reason) => {
    expect(reasonFor(password)).toBe(reason);
  });

  test.each([
    'Summer2026!!!',
    'Password12345!',
    'letmein12345',
    'woaini1314520',
    'wo ai ni 1314',
    'admin1234567',
  ])('%j is refused', (password) => {
    expect(reasonFor(password)).not.toBe('ok');
  });
});

test.each([
  'correct horse battery staple',
  'a long enough password',
  'words in a row for tests',
  'xK9#mQ2$vL7p',
  'gandalf knits at noon',
  '今天下午的咖啡太苦了我不喝',
  'r7-Vq9.tK2wzL',
])('%j is taken', (password) => {
  expect(reasonFor(password)).toBe('ok');
});

test('the longest password is judged quickly, whatever it is made of', () => {
  const worst = [
    'ab'.repeat(64),
    'aA1!'.repeat(32),
    'password'.repeat(16),
    '1qaz'.repeat(32),
    '@4$5'.repeat(32),
  ];
  const begun = performance.now();
  for (const password of worst) checkStrength(password, mei);
  // About 20 ms each on an idle machine; without a bound such input takes minutes.
  expect(performance.now() - begun).toBeLessThan(5_000);
});
