import { expect, test } from 'vitest';
import { peerAddress } from '#lib/server/peer.ts';

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
