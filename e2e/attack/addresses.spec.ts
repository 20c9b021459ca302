import { ask } from '#e2e/attack/ask.ts';
import { callAction, returnedBy } from '#e2e/attack/call.ts';
import { signInCookie } from '#e2e/attack/visitors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { type Console, serve } from '#lib/testing/console.ts';

// What stands in history as the address of a person, whatever their request claims, behind no, one and two trusted proxies.

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const socket = '127.0.0.7';
const long = '1'.repeat(7_000);

type Claim = Record<string, string | string[]>;

/** What a client or a proxy wrote, and what has to be kept with 0, 1 and 2 trusted proxies. */
const claims: [headers: Claim, kept: [string, string, string]][] = [
  [{}, [socket, socket, socket]],
  [{ 'x-forwarded-for': '6.6.6.6' }, [socket, '6.6.6.6', socket]],
  [{ 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }, [socket, '203.0.113.7', '6.6.6.6']],
  [{ 'x-forwarded-for': '6.6.6.6, 7.7.7.7, 203.0.113.7' }, [socket, '203.0.113.7', '7.7.7.7']],
  [{ 'x-forwarded-for': '203.0.113.7:4711, 198.51.100.7:443' }, [socket, '198.51.100.7', '203.0.113.7']],
  [{ 'x-forwarded-for': '[2001:db8::7]:4711, fe80::1%eth0' }, [socket, 'fe80::1', '2001:db8::7']],
  [{ 'x-forwarded-for': '::ffff:203.0.113.7, 2001:DB8:0:0::7' }, [socket, '2001:db8::7', '203.0.113.7']],
  [{ 'x-forwarded-for': '<b>evil</b>, <b>evil</b>' }, [socket, socket, socket]],
  [{ 'x-forwarded-for': '203.0.113.7, <b>evil</b>' }, [socket, socket, '203.0.113.7']],
  [{ 'x-forwarded-for': "'; drop table bindings; --, 256.1.1.1" }, [socket, socket, socket]],
  [{ 'x-forwarded-for': 'unknown, _hidden' }, [socket, socket, socket]],
  [{ 'x-forwarded-for': ', , ,' }, [socket, socket, socket]],
  [{ 'x-forwarded-for': `${long}, ${long}` }, [socket, socket, socket]],
  [{ 'x-forwarded-for': `${'6.6.6.6,'.repeat(900)}203.0.113.7` }, [socket, '203.0.113.7', '6.6.6.6']],
  [{ forwarded: 'for=203.0.113.7;proto=https;host=evil.example' }, [socket, socket, socket]],
  [{ 'x-real-ip': '203.0.113.7', 'x-client-ip': '203.0.113.7' }, [socket, socket, socket]],
  [{ 'cf-connecting-ip': '203.0.113.7', 'true-client-ip': '203.0.113.7' }, [socket, socket, socket]],
  [{ 'x-patchboard-peer': '203.0.113.7' }, [socket, socket, socket]],
];

let taken = 0;
async function keptAddress(origin: string, cookie: string, headers: Claim) {
  taken += 1;
  const input = wants({ number: `0086075586${String(200_000 + taken)}` });
  const bound = await callAction(origin, 'bindNumber', [input], { cookie, headers, from: socket });
  const { id } = returnedBy<{ binding: { id: string } }>(bound).binding;
  const { body } = await ask(origin, { path: `/api/bindings/${id}`, headers: { cookie } });
  return (JSON.parse(body) as { actorAddress: string | null }).actorAddress;
}

async function expectKept(origin: string, hops: 0 | 1 | 2): Promise<void> {
  const cookie = await signInCookie(origin);
  for (const [headers, kept] of claims) {
    const told = `${hops} hops, ${JSON.stringify(headers).slice(0, 80)}`;
    expect(await keptAddress(origin, cookie, headers), told).toBe(kept[hops]);
  }
  const twice = { 'x-forwarded-for': ['203.0.113.7', '198.51.100.7'] };
  expect(await keptAddress(origin, cookie, twice)).toBe([socket, '198.51.100.7', '203.0.113.7'][hops]);
}

test('without a trusted proxy only the socket counts', async ({ console: { origin } }) => {
  await expectKept(origin, 0);
});

for (const hops of [1, 2] as const) {
  test(`behind ${hops} trusted proxies only what the ${hops}. from the right wrote counts, and only if it is an address`, async () => {
    const running: Console = await serve({ env: { TRUSTED_PROXY_HOPS: String(hops) } });
    await expectKept(running.origin, hops).finally(running.stop);
  });
}
