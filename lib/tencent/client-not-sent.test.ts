import { describe, expect, test, vi } from 'vitest';
import { makeCertificate } from '#lib/testing/tencent/certificate.ts';
import { clientOf, serve } from '#lib/testing/tencent/client-harness.ts';
import { answer, okBody } from '#lib/testing/tencent/raw-server.ts';

const dayMs = 86_400_000;
const trusted = makeCertificate({ ip: '127.0.0.1' });
const expired = makeCertificate({ ip: '127.0.0.1', notAfter: new Date(Date.now() - dayMs / 2) });
const early = makeCertificate({ ip: '127.0.0.1', notBefore: new Date(Date.now() + dayMs / 2) });
const otherHost = makeCertificate({ ip: '127.0.0.2', dnsName: 'ccc.tencentcloudapi.com' });

describe('nothing was sent', () => {
  test('when the name does not resolve', async () => {
    const send = clientOf({ endpoint: new URL('https://ccc.does-not-exist.invalid') });
    expect(await send(8_000)).toEqual({ kind: 'not_sent', code: 'NotSent.NameNotFound' });
  });

  test('when nobody listens on the port', async () => {
    const server = await serve({});
    const { url } = server;
    await server.close();
    for (const endpoint of [url, new URL(url.href.replace('http:', 'https:'))]) {
      expect(await clientOf({ endpoint })()).toEqual({ kind: 'not_sent', code: 'NotSent.ConnectionRefused' });
    }
  });

  test('when the handshake is not finished at the deadline', async () => {
    const silent = await serve({});
    const send = clientOf({ endpoint: new URL(`https://127.0.0.1:${silent.port}`) });
    expect(await send(300)).toEqual({ kind: 'not_sent', code: 'NotSent.ConnectTimeout' });
  });

  test('when the connection is reset during the handshake', async () => {
    const rude = await serve({ onConnection: (socket) => socket.resetAndDestroy() });
    const send = clientOf({ endpoint: new URL(`https://127.0.0.1:${rude.port}`) });
    expect(await send()).toEqual({ kind: 'not_sent', code: 'NotSent.Unreachable' });
  });

  test('when the other side does not speak TLS', async () => {
    const plain = await serve({ onConnection: (socket) => socket.end(answer(okBody())) });
    const send = clientOf({ endpoint: new URL(`https://127.0.0.1:${plain.port}`) });
    expect(await send()).toEqual({ kind: 'not_sent', code: 'NotSent.TlsFailed' });
    expect(plain.received()).not.toContain('POST');
  });

  test('when the process stood still until after the deadline, or after it may send, though the connection was made', async () => {
    const server = await serve({ onRequest: (socket) => socket.write(answer(okBody())) });
    const standStill = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    for (const limits of [{ deadlineMs: 300 }, { notAfterMs: performance.now() + 700 }]) {
      const answered = clientOf({ endpoint: server.url })(2_000, limits);
      standStill();
      expect(await answered).toEqual({ kind: 'not_sent', code: 'NotSent.ConnectTimeout' });
    }
    expect(server.received()).toBe('');
  });

  test('when a header cannot be written', async () => {
    const server = await serve({});
    const { createClient } = await import('#lib/tencent/client.ts');
    const client = createClient({ endpoint: server.url });
    const request = { headers: { 'X-TC-Token': 'line\nbreak' }, body: Buffer.from('{}'), deadlineMs: 500 };
    expect(await client.exchange(request)).toEqual({ kind: 'not_sent', code: 'NotSent.RequestInvalid' });
    expect(server.received()).toBe('');
  });
});

describe('a certificate', () => {
  const cases = [
    ['signed by nobody we trust', trusted, undefined],
    ['that has expired', expired, expired.cert],
    ['that is not valid yet', early, early.cert],
    ['of another host', otherHost, otherHost.cert],
  ] as const;

  test.each(cases)('%s stops the request before its first byte', async (_, identity, ca) => {
    const server = await serve({ identity, onRequest: (socket) => socket.write(answer(okBody())) });
    const send = clientOf({ endpoint: server.url, ...(ca ? { ca } : {}) });
    expect(await send()).toEqual({ kind: 'not_sent', code: 'NotSent.CertificateInvalid' });
    expect(server.received()).toBe('');
  });

  test('is checked even where the environment switches checking off', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    try {
      const server = await serve({
        identity: trusted,
        onRequest: (socket) => socket.write(answer(okBody())),
      });
      expect(await clientOf({ endpoint: server.url })()).toMatchObject({
        code: 'NotSent.CertificateInvalid',
      });
      expect(server.received()).toBe('');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('that is right lets requests through, over one kept connection', async () => {
    const server = await serve({ identity: trusted, onRequest: (socket) => socket.write(answer(okBody())) });
    const send = clientOf({ endpoint: server.url, ca: trusted.cert });
    for (let i = 0; i < 3; i += 1) expect(await send()).toMatchObject({ kind: 'answered', httpStatus: 200 });
    expect(server.connections()).toBe(1);
  });
});
