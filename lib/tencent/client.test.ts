import { describe, expect, test } from 'vitest';
import { clientOf, serve } from '#lib/testing/tencent/client-harness.ts';
import { answer, okBody, type RawOptions, type RawServer } from '#lib/testing/tencent/raw-server.ts';

const sendTo = (server: RawServer) => clientOf({ endpoint: server.url });

describe('an answer', () => {
  test('is handed over whole, with its status, date and type', async () => {
    const date = 'Fri, 09 Jan 2026 10:00:00 GMT';
    const server = await serve({
      onRequest: (socket) => socket.write(answer(okBody(), '200 OK', { Date: date })),
    });
    const exchange = await sendTo(server)();
    expect(exchange).toMatchObject({
      kind: 'answered',
      httpStatus: 200,
      date,
      contentType: 'application/json',
    });
    expect(exchange.kind === 'answered' && exchange.body.toString()).toBe(okBody());
  });

  test('leaves the connection open for the next request', async () => {
    const server = await serve({ onRequest: (socket) => socket.write(answer(okBody())) });
    const send = sendTo(server);
    for (let i = 0; i < 5; i += 1) expect((await send()).kind).toBe('answered');
    expect(server.connections()).toBe(1);
  });

  test('tells of the first byte once for each request, before anything arrives, and of none that never left', async () => {
    const order: string[] = [];
    const server = await serve({
      onRequest: (socket) => {
        order.push('arrived');
        socket.write(answer(okBody()));
      },
    });
    const onFirstByte = () => order.push('left');
    const send = sendTo(server);
    for (let i = 0; i < 2; i += 1) await send(2_000, { onFirstByte });
    await send(2_000, { onFirstByte, notAfterMs: 0 });
    expect(order).toEqual(['left', 'arrived', 'left', 'arrived']);
  });

  test('that ends in a reset on a kept connection is lost, because the request may have arrived', async () => {
    let requests = 0;
    const server = await serve({
      onRequest: (socket) => {
        requests += 1;
        if (requests === 1) socket.write(answer(okBody()));
        else socket.resetAndDestroy();
      },
    });
    const send = sendTo(server);
    await send();
    expect(await send()).toMatchObject({ kind: 'lost', code: 'Unknown.ConnectionReset' });
    expect(server.connections()).toBe(1);
  });

  test('that was sent ahead of the request is not taken for its answer', async () => {
    const server = await serve({
      onRequest: (socket) => {
        socket.write(answer(okBody('first')));
        setTimeout(() => socket.write(answer(okBody('not-asked-for'))), 30);
      },
    });
    const send = sendTo(server);
    await send();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await send();
    expect(JSON.stringify(second)).not.toContain('not-asked-for');
    expect(second.kind === 'answered' ? second.body.toString() : okBody('first')).toBe(okBody('first'));
  });

  test('that comes twice in one piece settles the first request only', async () => {
    const server = await serve({
      onRequest: (socket) => socket.write(Buffer.concat([answer(okBody('first')), answer(okBody('second'))])),
    });
    const send = sendTo(server);
    for (let i = 0; i < 3; i += 1) {
      const exchange = await send();
      expect(exchange.kind === 'answered' ? exchange.body.toString() : okBody('first')).toBe(okBody('first'));
    }
  });
});

describe('a request whose answer never completes', () => {
  const shapes: [string, RawOptions['onRequest'], string][] = [
    ['no answer at all', () => {}, 'Unknown.Timeout'],
    [
      'headers and then silence',
      (socket) => socket.write(answer('x'.repeat(9)).subarray(0, -8)),
      'Unknown.Timeout',
    ],
    ['a reset', (socket) => socket.resetAndDestroy(), 'Unknown.ConnectionReset'],
    ['a closed connection', (socket) => socket.end(), 'Unknown.ConnectionReset'],
    ['a body cut short', (socket) => socket.end(answer(okBody()).subarray(0, -5)), 'Unknown.ConnectionReset'],
    [
      'something that is not HTTP',
      (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
      'Unknown.UnexpectedAnswer',
    ],
    [
      'headers without end',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}`),
      'Unknown.UnexpectedAnswer',
    ],
    [
      'a content encoding',
      (socket) => socket.write(answer(okBody(), '200 OK', { 'Content-Encoding': 'gzip' })),
      'Unknown.UnexpectedAnswer',
    ],
  ];

  test.each(shapes)('is lost, never unsent: %s', async (_, onRequest, code) => {
    const server = await serve(onRequest ? { onRequest } : {});
    expect(await sendTo(server)(300)).toMatchObject({ kind: 'lost', code });
    expect(server.connections()).toBe(1);
  });

  test('is given up when the deadline has passed, however steadily the body drips', async () => {
    const server = await serve({
      onRequest: (socket) => {
        socket.write(answer('x'.repeat(60)).subarray(0, -60));
        const drip = setInterval(() => socket.write('x'), 100);
        socket.on('close', () => clearInterval(drip));
      },
    });
    const startedMs = performance.now();
    expect(await sendTo(server)(1_000)).toMatchObject({
      kind: 'lost',
      code: 'Unknown.Timeout',
      httpStatus: 200,
    });
    expect(performance.now() - startedMs).toBeGreaterThan(900);
    // Not before it, and long before the body is whole: that would have been an answer.
    expect(server.connections()).toBe(1);
  });

  test.each(['300 Many', '301 Moved', '302 Found', '303 See', '304 Same', '305 P', '307 Temp', '308 Perm'])(
    'is not sent to where a %s points',
    async (status) => {
      const elsewhere = await serve({});
      const headers = { Location: elsewhere.url.href };
      const server = await serve({ onRequest: (socket) => socket.write(answer('', status, headers)) });
      expect(await sendTo(server)()).toMatchObject({ kind: 'lost', code: 'Unknown.Redirect' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(elsewhere.connections()).toBe(0);
      expect(elsewhere.received()).toBe('');
    },
  );
});
