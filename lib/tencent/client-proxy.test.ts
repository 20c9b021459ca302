import net from 'node:net';
import { expect, test } from 'vitest';
import { makeCertificate } from '#lib/testing/tencent/certificate.ts';
import { clientOf, serve } from '#lib/testing/tencent/client-harness.ts';
import { answer, okBody } from '#lib/testing/tencent/raw-server.ts';

const identity = makeCertificate({ dnsName: 'localhost' });

const provider = async () => {
  const server = await serve({ identity, onRequest: (socket) => socket.write(answer(okBody())) });
  return { ...server, url: new URL(`https://localhost:${server.port}`) };
};

/** A proxy that opens every tunnel it is asked for, to one port. */
const tunnelTo = (port: number) =>
  serve({
    onRequest: (socket) => {
      socket.removeAllListeners('data');
      const onward = net.connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
    },
  });

test('a request goes through the tunnel, and the proxy sees nothing of it', async () => {
  const target = await provider();
  const proxy = await tunnelTo(target.port);
  const url = new URL(`http://user:word@127.0.0.1:${proxy.port}`);
  const send = clientOf({ endpoint: target.url, proxy: url, ca: identity.cert });
  for (let i = 0; i < 3; i += 1) expect(await send()).toMatchObject({ kind: 'answered', httpStatus: 200 });
  expect(proxy.received()).toContain(`CONNECT localhost:${target.port} HTTP/1.1\r\n`);
  const word = Buffer.from('user:word').toString('base64');
  expect(proxy.received()).toContain(`Proxy-Authorization: Basic ${word}`);
  expect(proxy.received()).not.toContain('not to be seen by others');
  expect(proxy.connections()).toBe(1);
});

test("the provider's certificate is checked inside the tunnel too, and its host name", async () => {
  const target = await provider();
  const proxy = await tunnelTo(target.port);
  const doubted = [
    { endpoint: target.url },
    { endpoint: new URL('https://other.invalid'), ca: identity.cert },
  ];
  for (const options of doubted) {
    const send = clientOf({ ...options, proxy: proxy.url });
    expect(await send()).toEqual({ kind: 'not_sent', code: 'NotSent.CertificateInvalid' });
  }
  expect(target.received()).toBe('');
  await expect.poll(() => proxy.open()).toBe(0);
});

test.each(['407 Proxy Authentication Required', '502 Bad Gateway', '302 Found'])(
  'a proxy that answers %s is sent nothing of the request',
  async (status) => {
    const target = await provider();
    const proxy = await serve({ onRequest: (socket) => socket.write(answer(okBody(), status)) });
    const send = clientOf({ endpoint: target.url, proxy: proxy.url, ca: identity.cert });
    expect(await send()).toEqual({ kind: 'not_sent', code: 'NotSent.ProxyRefused' });
    expect(proxy.received()).not.toContain('POST');
    expect(target.connections()).toBe(0);
  },
);

test('a proxy that is not there is named as such', async () => {
  const target = await provider();
  const gone = await serve({});
  await gone.close();
  const send = clientOf({ endpoint: target.url, proxy: gone.url, ca: identity.cert });
  expect(await send()).toEqual({ kind: 'not_sent', code: 'NotSent.ProxyUnreachable' });
});

test('a proxy that never answers is left at the deadline', async () => {
  const target = await provider();
  const proxy = await serve({});
  const send = clientOf({ endpoint: target.url, proxy: proxy.url, ca: identity.cert });
  expect(await send(300)).toEqual({ kind: 'not_sent', code: 'NotSent.ConnectTimeout' });
  await expect.poll(() => proxy.open()).toBe(0);
});
