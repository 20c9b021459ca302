import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { listLists, listNumbers } from '#lib/numbers/service.ts';
import { ada, app, describeWithProvider } from '#lib/testing/bindings/bench.ts';

const reader = fileURLToPath(new URL('../testing/numbers/reader.ts', import.meta.url));

describeWithProvider('several processes at once', (bench) => {
  it('read one app’s list once between them, at no more than the provider’s pace', async () => {
    const { databaseUrl } = bench().database;
    // The embedded database belongs to one process, so that there are no others to meet.
    if (databaseUrl === null) return;
    const { endpoint, credentials, control } = bench().simulator;
    const lines = Array.from({ length: 2_500 }, (_, index) => ({
      Number: `00867558${10_000 + index}`,
      State: 1,
    }));
    await control.setListing({ sdkAppId: app.id, lines });
    const children = [1, 2, 3].map(() =>
      fork(reader, [databaseUrl, endpoint, credentials.secretId, credentials.secretKey], {
        execArgv: ['--conditions=react-server'],
      }),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    const told = await Promise.all(
      children.map(async (child) => {
        child.send('go');
        const [by] = await once(child, 'message');
        return by as string;
      }),
    );
    // Each sees the reading of the one that came first.
    expect(new Set(told).size).toBe(1);
    expect(await control.log()).toHaveLength(25);
    expect(await control.counters()).toMatchObject({ limited: 0 });
    expect(await listLists(bench().context, ada)).toMatchObject({
      value: [{ read: { by: told[0], count: 2_500 }, reading: null, failure: null }],
    });
    expect(await listNumbers(bench().context, ada, {})).toMatchObject({ value: { total: { count: 2_500 } } });
  }, 60_000);
});
