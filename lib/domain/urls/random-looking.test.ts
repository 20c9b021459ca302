import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { looksRandom } from '#lib/domain/urls/random-looking.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const drawn = (alphabet: string, length: number) =>
  [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');

describe('a part of a URL', () => {
  it.each([
    'notifications',
    'incoming-call-handler-v2',
    'incomingCallHandlerForSales',
    'appointmentReminderCallbacks',
    'telephony-webhooks-2024',
    'order-2024-11-03-0755',
    '0086075586013388',
    'v1.2.3-beta.20241103',
    'voicemail-transcription-service-eu-west-1',
    'zhinengkefuxitong',
    'dingdanzhongxinhuidiao',
    'call2025q3campaign7',
    'Kundenservice-Warteschlange',
    '深圳客户服务中心深圳客户服务中心',
  ])('%s is written by somebody', (text) => expect(looksRandom(text)).toBe(false));

  it.each([
    '1f0b6ad2-6c0e-4f5d-9a49-0d6c3a1f7e55',
    `eyJhbGciOi.eyJzdWIiOi.${'x'.repeat(5)}`,
    'd41d8cd98f00b204e9800998ecf8427e',
  ])('%s is drawn at random', (text) => expect(looksRandom(text)).toBe(true));

  it.each([
    ['base 62', `${letters}0123456789`, 24],
    ['base 36', 'abcdefghijklmnopqrstuvwxyz0123456789', 24],
    ['hexadecimal', '0123456789abcdef', 20],
    ['base 32', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32],
  ])('of %s is known in 98 of 100', (_name, alphabet, length) => {
    const rounds = 2_000;
    const known = Array.from({ length: rounds }, () => looksRandom(drawn(alphabet, length))).filter(Boolean);
    expect(known.length / rounds).toBeGreaterThan(0.98);
  });
});
