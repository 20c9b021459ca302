import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bind } from '#lib/bind-number/service.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { bindings } from '#lib/db/schema.ts';
import type { Context } from '#lib/entry/context.ts';
import {
  ada,
  app,
  type Bench,
  ben,
  describeWithProvider,
  freshNumber,
  settledOf,
} from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

/** The contexts of two server processes; on PostgreSQL each with connections of its own. */
async function twoServers({ context, database, gatewayTo, simulator }: Bench) {
  const other = database.databaseUrl ? await openPostgres(database.databaseUrl, () => {}) : null;
  const second: Context = {
    ...context,
    db: other?.db ?? context.db,
    gateway: gatewayTo(simulator.endpoint),
    owner: 'another-process',
  };
  return { servers: [context, second] as const, close: async () => void (await other?.close()) };
}

describeWithProvider('one intent, one request', (bench) => {
  it('fault 18: fifty at once with one key, over two servers, are one request and one answer', async () => {
    const { servers, close } = await twoServers(bench());
    const input = wants({ number: freshNumber() });
    await bench().faultOn(input.number, { kind: 'latency', ms: 300 });
    const clicks = Array.from({ length: 25 }, () => servers.map((server) => bind(server, ada, input))).flat();
    const ends = (await Promise.all(clicks)).map((answer) => settledOf(answer).binding);
    expect(new Set(ends.map(({ id, state }) => `${id} ${state}`)).size).toBe(1);
    expect(ends[0]?.state).toBe('bound');
    expect(await bench().arrivals(input.number)).toHaveLength(1);
    await close();
  });

  it('fault 18: whoever got no answer and sends the form again finds the first result, bound or unknown', async () => {
    for (const fault of [
      { kind: 'latency', ms: 0 },
      { kind: 'reset', applied: true },
    ] as const) {
      const input = wants({ number: freshNumber() });
      await bench().faultOn(input.number, fault);
      const first = settledOf(await bind(bench().context, ada, input));
      const second = settledOf(await bind(bench().context, ada, input));
      expect(second.binding).toEqual(first.binding);
      expect(await bench().arrivals(input.number)).toHaveLength(1);
    }
  });

  it('fault 19: two admins on two servers in 200 rounds: one is sent, the other sees the change first', async () => {
    const { servers, close } = await twoServers(bench());
    const number = freshNumber();
    let seen: string | null = null;
    for (let round = 0; round < 200; round += 1) {
      const rivals = [ada, ben].map((viewer, index) =>
        bind(
          servers[index] ?? servers[0],
          viewer,
          wants({ number, seen, callbackUrl: `https://${viewer.name.toLowerCase()}.acme.com/${round}` }),
        ),
      );
      const ends = await Promise.all(rivals);
      const won = ends.flatMap((end) => (end.ok && end.value.kind === 'settled' ? [end.value.binding] : []));
      const lost = ends.flatMap((end) => (end.ok && end.value.kind === 'conflict' ? [end.value.facts] : []));
      expect([won.length, lost.length]).toEqual([1, 1]);
      expect(lost[0]?.newestBindingId).toBe(won[0]?.id);
      seen = won[0]?.id ?? null;
    }
    const rows = await bench()
      .context.db.select()
      .from(bindings)
      .where(eq(bindings.number, number))
      .orderBy(asc(bindings.createdAt), asc(bindings.id));
    // On a busy machine a request may meet the rate limit and be sent again; a refused request is not applied.
    const applied = (await bench().arrivals(number))
      .filter(({ appliedOrder }) => appliedOrder !== null)
      .sort((a, b) => (a.appliedOrder ?? 0) - (b.appliedOrder ?? 0));
    expect(applied).toHaveLength(200);
    expect(rows.map(({ callbackUrl }) => callbackUrl)).toEqual(applied.map(({ callbackUrl }) => callbackUrl));
    expect(await bench().simulator.control.boundUrl(app.id, number)).toBe(rows.at(-1)?.callbackUrl);
    await close();
  }, 600_000);
});
