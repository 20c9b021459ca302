import { expect, test } from 'vitest';
import { parseAddress, peerAddress, readProxySign } from '#lib/server/peer.ts';

const socketAddress = '127.0.0.9';

test('without a trusted proxy a forged X-Forwarded-For changes nothing', () => {
  const seen = peerAddress({ socketAddress, forwardedFor: '1.2.3.4, 5.6.7.8', trustedProxyHops: 0 });
  expect(seen).toBe(socketAddress);
});

test('behind one trusted proxy only the entry that proxy wrote counts', () => {
  const seen = peerAddress({ socketAddress, forwardedFor: '6.6.6.6, 203.0.113.7', trustedProxyHops: 1 });
  expect(seen).toBe('203.0.113.7');
});

test('a chain shorter than the trusted hops falls back to the socket', () => {
  const seen = peerAddress({ socketAddress, forwardedFor: undefined, trustedProxyHops: 2 });
  expect(seen).toBe(socketAddress);
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['198.51.100.7:4711', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:DB8:0:0:0:0:0:7', '2001:db8::7'],
  ['[2001:db8::7]', '2001:db8::7'],
  ['[2001:db8::7]:4711', '2001:db8::7'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::1', '::1'],
])('%s is the address %s', (text, address) => {
  expect(parseAddress(text)).toBe(address);
  expect(peerAddress({ socketAddress, forwardedFor: `6.6.6.6, ${text}`, trustedProxyHops: 1 })).toBe(address);
});

test.each([
  '<b>evil</b>',
  'unknown',
  '_hidden',
  '198.51.100.256',
  '198.51.100',
  '198.51.100.7:port',
  '198.51.100.7 or so',
  '1.2.3.4.5',
  '::1]/path',
  '[::1',
  '[::1]@evil.example',
  'g::1',
  '1:2:3',
  '0x7f.1',
  '2130706433',
  'localhost',
  '%',
])('%s is no address, so the socket’s is kept', (text) => {
  expect(parseAddress(text)).toBeNull();
  expect(peerAddress({ socketAddress, forwardedFor: text, trustedProxyHops: 1 })).toBe(socketAddress);
});

test('a request shows whether the hops fit', () => {
  const sign = (forwardedFor: string | undefined, trustedProxyHops: number) =>
    readProxySign({ socketAddress, forwardedFor, trustedProxyHops });
  expect(sign(undefined, 0)).toBe('fits');
  expect(sign('1.2.3.4', 0)).toBe('hops_missing');
  expect(sign('1.2.3.4', 1)).toBe('fits');
  expect(sign('6.6.6.6, 1.2.3.4', 1)).toBe('fits');
  expect(sign('', 1)).toBe('hops_too_many');
  expect(sign('1.2.3.4', 2)).toBe('hops_too_many');
});
