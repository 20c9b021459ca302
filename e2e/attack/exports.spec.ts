import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { callAction, codeOf, returnedBy } from '#e2e/attack/call.ts';
import { admit, signInCookie } from '#e2e/attack/visitors.ts';
import { expect, test } from '#e2e/fixtures.ts';

// A person with the right to export asks for many files at once and downloads none of them.

const wish = { search: {}, format: 'csv', zone: 'UTC' };

/** Asks for a file and reads nothing of it. */
function ask(origin: string, path: string, cookie: string): ClientRequest {
  const request = get(`${origin}${path}`, { headers: { cookie } });
  request.on('error', () => {});
  return request;
}

/** The status of an answer that is read to its end. */
const read = (request: ClientRequest) =>
  new Promise<number>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response: IncomingMessage) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
  });

test('a flood of exports of one person is cut at five, and holds nobody else up', async ({
  console: { origin },
}) => {
  const admin = await signInCookie(origin);
  const flooder = { name: 'Flora', email: 'flora@example.net', role: 'support' as const };
  const { cookie } = await admit(origin, admin, flooder);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => callAction(origin, 'startExport', [wish], { cookie })),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
  expect(codes.filter((code) => code === 'export_too_many_waiting')).toHaveLength(15);
  const ids = answers
    .filter((answer) => codeOf(answer) === 'ok')
    .map((each) => returnedBy<{ id: string }>(each).id);
  const requests = ids.map((id) => ask(origin, `/api/exports/${id}`, cookie));

  // One turn is Flora's at most: the other is anybody's.
  const other = returnedBy<{ id: string; place: object | null }>(
    await callAction(origin, 'startExport', [wish], { cookie: admin }),
  );
  expect(other.place).toBeNull();
  expect(await read(ask(origin, `/api/exports/${other.id}`, admin))).toBe(200);

  // Connections that break give their turns and their places back.
  for (const request of requests) request.destroy();
  await expect(async () => {
    const next = await callAction(origin, 'startExport', [wish], { cookie });
    const { id, place } = returnedBy<{ id: string; place: object | null }>(next);
    expect(place).toBeNull();
    expect(await read(ask(origin, `/api/exports/${id}`, cookie))).toBe(200);
  }).toPass({ timeout: 30_000 });
});

test('a download that is left while it waits is dropped, and the next in the queue moves up', async ({
  console: { origin },
}) => {
  const admin = await signInCookie(origin);
  const cookies = [admin];
  for (const name of ['Bo', 'Cy', 'Di']) {
    const person = { name, email: `${name}.exports@example.net`, role: 'support' as const };
    cookies.push((await admit(origin, admin, person)).cookie);
  }
  const begin = async (cookie = '') => {
    const answer = await callAction(origin, 'startExport', [wish], { cookie });
    return { ...returnedBy<{ id: string; place: object | null }>(answer), cookie };
  };
  const turnOf = ({ id, cookie }: { id: string; cookie: string }) =>
    fetch(`${origin}/api/exports/${id}/turn`, { headers: { cookie } }).then((answer) => answer.json());
  // Two turns are kept by dialogs that ask.
  const first = await begin(cookies[0]);
  const second = await begin(cookies[1]);
  const asking = setInterval(
    () => void Promise.all([turnOf(first), turnOf(second)]).catch(() => null),
    1_000,
  );
  // Those of the flood may still be kept for some seconds.
  await expect(async () => {
    expect([await turnOf(first), await turnOf(second)]).toEqual([{ place: null }, { place: null }]);
  }).toPass({ timeout: 30_000 });
  const third = await begin(cookies[2]);
  const waiting = ask(origin, `/api/exports/${third.id}`, third.cookie);
  const fourth = await begin(cookies[3]);
  expect(fourth.place).toEqual({ writing: 2, ahead: 1, own: false });
  waiting.destroy();
  await expect(async () => {
    expect(await turnOf(fourth)).toEqual({ place: { writing: 2, ahead: 0, own: false } });
  }).toPass({ timeout: 30_000 });
  const file = read(ask(origin, `/api/exports/${fourth.id}`, fourth.cookie));
  clearInterval(asking);
  expect(await read(ask(origin, `/api/exports/${first.id}`, first.cookie))).toBe(200);
  expect(await file).toBe(200);
  expect(await read(ask(origin, `/api/exports/${second.id}`, second.cookie))).toBe(200);
});
