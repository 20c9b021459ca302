import { afterAll, expect, it } from 'vitest';
import { bind } from '#lib/bind-number/service.ts';
import { createGateway, type GatewayOptions } from '#lib/tencent/gateway.ts';
import { ada, describeWithProvider, freshNumber, settledOf } from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { makeCertificate } from '#lib/testing/tencent/certificate.ts';
import { answer, okBody, startRawServer } from '#lib/testing/tencent/raw-server.ts';

const dayMs = 86_400_000;
const trusted = makeCertificate({ ip: '127.0.0.1' });
const expired = makeCertificate({ ip: '127.0.0.1', notAfter: new Date(Date.now() - dayMs / 2) });
const otherHost = makeCertificate({ ip: '127.0.0.2', dnsName: 'ccc.tencentcloudapi.com' });

const closers: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

const credentials = {
  secretId: 'a-test-id',
  secretKey: 'a-test-key',
  token: null,
  source: 'environment',
} as const;

function gatewayTo(options: Pick<GatewayOptions, 'endpoint' | 'ca'>) {
  const gateway = createGateway({ ...options, credentials });
  closers.push(gateway.close);
  return gateway;
}

async function secureServer(identity: { key: string; cert: string }) {
  const server = await startRawServer({ identity, onRequest: (socket) => socket.write(answer(okBody())) });
  closers.push(server.close);
  return server;
}

describeWithProvider('fault 1: a request that never left', (bench) => {
  it.each([
    ['an unknown name', 'https://ccc.does-not-exist.invalid', 'NotSent.NameNotFound'],
    ['a closed port', 'http://127.0.0.1:9', 'NotSent.ConnectionRefused'],
  ])('fault 1: %s is tried again, then refused as certainly not sent', async (_name, url, code) => {
    const number = freshNumber();
    const context = { ...bench().context, gateway: gatewayTo({ endpoint: new URL(url) }) };
    const settled = settledOf(await bind(context, ada, wants({ number })));
    expect(settled.binding).toMatchObject({ state: 'refused', code, requestId: null });
    const attempts = await bench().attemptsOf(settled.binding.id);
    expect(attempts.length).toBeGreaterThan(1);
    for (const attempt of attempts) expect(attempt).toMatchObject({ outcome: 'not_sent', code });
    const starts = attempts.map(({ committedAt }) => committedAt.getTime());
    expect(new Set(starts).size).toBe(starts.length);
    expect((await bench().bindNow({ number })).binding).toMatchObject({
      state: 'bound',
      previous: { certainty: 'none' },
    });
  });

  it.each([
    ['signed by nobody we trust', trusted, undefined],
    ['that has expired', expired, expired.cert],
    ['of another host', otherHost, otherHost.cert],
  ])('fault 1: a certificate %s is never bypassed, nor tried again', async (_name, identity, ca) => {
    const server = await secureServer(identity);
    const gateway = gatewayTo({ endpoint: server.url, ...(ca ? { ca } : {}) });
    const settled = settledOf(
      await bind({ ...bench().context, gateway }, ada, wants({ number: freshNumber() })),
    );
    expect(settled.binding).toMatchObject({
      state: 'refused',
      code: 'NotSent.CertificateInvalid',
      attemptCount: 1,
    });
    expect(server.received()).toBe('');
  });

  it('fault 1: a handshake that is never finished ends at the deadline, as not sent', async () => {
    const silent = await startRawServer({});
    closers.push(silent.close);
    const gateway = gatewayTo({ endpoint: new URL(`https://127.0.0.1:${silent.port}`) });
    const settled = settledOf(
      await bind({ ...bench().context, gateway }, ada, wants({ number: freshNumber() })),
    );
    expect(settled.binding).toMatchObject({ state: 'refused', code: 'NotSent.ConnectTimeout' });
    // A second deadline would have been twice as long; a busy machine is late.
    expect(settled.binding.durationMs).toBeLessThan(20_000);
    expect(silent.received()).not.toContain('POST');
  });
});
