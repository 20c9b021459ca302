import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { databases, type Fault } from '#scripts/chaos/fault.ts';
import { same } from '#scripts/chaos/finding.ts';
import { type Loss, loseAtForm, loseInBatch } from '#scripts/chaos/under-fault.ts';

const bodies = ['none', 'html', 'error', 'success'] as const;

const serverErrors: Fault = {
  n: 10,
  title: '500, 502, 503 and 504 with every kind of body',
  databases,
  async run(ground, random) {
    const play = { ground, person: await ground.startServer(), random };
    const losses = [500, 502, 503, 504].flatMap((status) =>
      bodies.flatMap((body) =>
        [true, false].map(
          (applied): Loss => ({
            name: `${status} with ${body}`,
            fault: { kind: 'status', status, body, applied },
            code: 'Unknown.HttpStatus',
          }),
        ),
      ),
    );
    const forms = await Promise.all(
      random
        .some(losses, 3)
        .map((loss, index) => loseAtForm({ ...play, random: random.branch(index) }, loss)),
    );
    const batch = await loseInBatch(play, losses);
    return [...forms.flatMap(({ findings }) => findings), ...batch.findings];
  },
};

/** Takes connections, and counts what comes. */
async function listen() {
  const heard = { connections: 0, bytes: 0 };
  const server = createServer((socket) => {
    heard.connections += 1;
    socket.on('data', (chunk) => {
      heard.bytes += chunk.length;
    });
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { heard, url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

const redirects: Fault = {
  n: 11,
  title: 'a redirect to somewhere else',
  databases,
  async run(ground, random) {
    const play = { ground, person: await ground.startServer(), random };
    const elsewhere = await listen();
    const lossOf = (status: number): Loss => ({
      name: `a ${status}`,
      fault: { kind: 'status', status, applied: random.int(0, 1) === 1, location: elsewhere.url },
      code: 'Unknown.Redirect',
    });
    const statuses = random.shuffle([301, 302, 307, 308]);
    const form = await loseAtForm(play, lossOf(random.pick([301, 302, 307, 308])));
    const batch = await loseInBatch(play, statuses.map(lossOf));
    elsewhere.close();
    return [
      ...form.findings,
      ...batch.findings,
      same('what the target of the redirects heard', elsewhere.heard, { connections: 0, bytes: 0 }),
    ];
  },
};

export const statuses = [serverErrors, redirects];
