import { startRawServer } from '#lib/testing/tencent/raw-server.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
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

const redirects: Fault = {
  n: 11,
  title: 'a redirect to somewhere else',
  databases,
  async run(ground, random) {
    const play = { ground, person: await ground.startServer(), random };
    const elsewhere = await startRawServer({});
    const lossOf = (status: number): Loss => ({
      name: `a ${status}`,
      fault: { kind: 'status', status, applied: random.int(0, 1) === 1, location: elsewhere.url.href },
      code: 'Unknown.Redirect',
    });
    const statuses = random.shuffle([301, 302, 307, 308]);
    const form = await loseAtForm(play, lossOf(random.pick([301, 302, 307, 308])));
    const batch = await loseInBatch(play, statuses.map(lossOf));
    await elsewhere.close();
    return [
      ...form.findings,
      ...batch.findings,
      same('connections to the target of the redirects', elsewhere.connections(), 0),
      same('bytes it received', elsewhere.received(), ''),
    ];
  },
};

export const statuses = [serverErrors, redirects];
