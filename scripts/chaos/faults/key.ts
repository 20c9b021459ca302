import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

const refusedKeys = [
  'AuthFailure.SecretIdNotFound',
  'AuthFailure.InvalidSecretId',
  'AuthFailure.TokenFailure',
  'AuthFailure.UnauthorizedOperation',
  'UnauthorizedOperation',
] as const;

/** Made up, and long enough to be found in any text that repeats it. */
const wrongKey = 'not-the-key-of-this-simulator-0123456789';

/** Five failures in a row, and what was claimed before the fifth was heard. */
const mostWasted = 5 + 64;

export const refusedKey: Fault = {
  n: 15,
  title: 'a key that is wrong, or revoked in the middle of a batch',
  databases,
  async run(ground, random) {
    const { control, credentials } = ground.simulator;
    const person = await ground.startServer();
    const numbers = ground.numbers(random.int(120, 160));
    const lines = numbers.map((number) => ({ number }));
    const code = random.pick(refusedKeys);
    const revokedAfter = random.int(5, 40);
    const id = await person.startBatch(lines, { key: random.uuid() });
    await waitFor('the moment to revoke the key', async () =>
      (await control.counters()).requests >= revokedAfter ? true : null,
    );
    await control.addFault({ when: {}, fault: { kind: 'code', code, applied: false }, times: null });
    const paused = await person.batchAt(id, ['paused']);
    const wasted = (await control.counters()).faults.code ?? 0;
    const form = await person.bindNow({ number: ground.number(), key: random.uuid() });
    await control.clearFaults();

    await ground.stopAll();
    const withWrongKey = await ground.startServer({ TENCENTCLOUD_SECRET_KEY: wrongKey });
    await withWrongKey.changeBatch(id, 'running');
    const again = await withWrongKey.batchAt(id, ['paused']);
    const printed = ground.servers.map((server) => server.output()).join('');
    const told = JSON.stringify([form, paused, again]);
    await ground.stopAll();

    const mended = await ground.startServer();
    const quiet = await mended.batch(id);
    await mended.changeBatch(id, 'running');
    const done = await mended.batchAt(id, ['done']);
    return [
      same(
        `batch of ${numbers.length}, ${code} from request ${revokedAfter} on`,
        [paused.halt?.by, paused.halt?.code, paused.counts.refused],
        [null, code, 0],
      ),
      within('requests that were refused before it paused', wasted, {
        from: 5,
        to: mostWasted,
        unit: 'requests',
      }),
      same('form meanwhile', [form.state, form.code, form.attemptCount], ['refused', code, 1]),
      same(
        'resumed with a wrong secret key',
        [again.halt?.code, again.counts.refused],
        ['AuthFailure.SignatureFailure', 0],
      ),
      same(
        'key material in what is said and printed',
        [credentials.secretKey, wrongKey].filter((secret) => `${printed}${told}`.includes(secret)),
        [],
      ),
      same('it stays paused when a server with the right key starts', quiet.state, 'paused'),
      same('and one button sends the rest', done.counts.bound, numbers.length),
    ];
  },
};
