import { randomUUID } from 'node:crypto';
import { and, desc, eq, ne } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bind } from '#lib/bind-number/service.ts';
import { bindings } from '#lib/db/schema.ts';
import { ada, app, ben, describeWithProvider, freshNumber, settledOf } from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

describeWithProvider('one number, several requests', (bench) => {
  it('fifty at once with one key are one intent, one request and one answer', async () => {
    const input = wants({ number: freshNumber() });
    await bench().faultOn(input.number, { kind: 'latency', ms: 300 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => bind(bench().context, ada, input)));
    const ids = new Set(answers.map((answer) => settledOf(answer).binding.id));
    expect(ids.size).toBe(1);
    expect(answers.every((answer) => settledOf(answer).binding.state === 'bound')).toBe(true);
    expect(await bench().arrivals(input.number)).toHaveLength(1);
    const stored = await bench().database.db.select().from(bindings).where(eq(bindings.number, input.number));
    expect(stored).toHaveLength(1);
  });

  it('a key sent again after its answer was lost finds the first result, in another process too', async () => {
    const input = wants({ number: freshNumber() });
    const first = settledOf(await bind(bench().context, ada, input));
    const elsewhere = { ...bench().context, owner: 'another-process' };
    expect(settledOf(await bind(elsewhere, ada, input)).binding).toEqual(first.binding);
    expect(await bench().arrivals(input.number)).toHaveLength(1);
  });

  it('a key used for another change is refused and names the first binding', async () => {
    const input = wants({ number: freshNumber() });
    const first = settledOf(await bind(bench().context, ada, input));
    const other = { ...input, callbackUrl: 'https://other.acme.com/', seen: first.binding.id };
    const answer = await bind(bench().context, ada, other);
    expect(answer).toMatchObject({
      problem: { code: 'binding_key_reused', params: { bindingId: first.binding.id } },
    });
    expect(await bench().arrivals(input.number)).toHaveLength(1);
  });

  it('one key for two numbers at the same moment is one of them', async () => {
    const idempotencyKey = randomUUID();
    const inputs = Array.from({ length: 8 }, () => wants({ number: freshNumber(), idempotencyKey }));
    const answers = await Promise.all(inputs.map((input) => bind(bench().context, ada, input)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(
      answers.filter((answer) => !answer.ok && answer.problem.code === 'binding_key_reused'),
    ).toHaveLength(7);
  });

  it('the key of one person says nothing about that of another', async () => {
    const input = wants({ number: freshNumber() });
    const first = settledOf(await bind(bench().context, ada, input));
    const other = { ...input, seen: first.binding.id, sendUnchanged: true };
    expect(settledOf(await bind(bench().context, ben, other)).binding.id).not.toBe(first.binding.id);
  });

  it('a change that was not seen is a conflict that shows it, and sends nothing', async () => {
    const number = freshNumber();
    const { binding } = await bench().bindNow({ number, callbackUrl: 'https://theirs.acme.com/' });
    const late = wants({ number, seen: null, callbackUrl: 'https://mine.acme.com/' });
    expect(await bind(bench().context, ben, late)).toMatchObject({
      value: {
        kind: 'conflict',
        facts: { newestBindingId: binding.id, current: { url: 'https://theirs.acme.com/', setBy: 'Ada' } },
      },
    });
    expect(await bench().arrivals(number)).toHaveLength(1);
  });

  it('while one is being sent another that has seen it is told to wait', async () => {
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'hold' });
    const running = bench().bindNow({ number });
    await expect.poll(async () => (await bench().arrivals(number)).length).toBe(1);
    const second = wants({
      number,
      seen: await bench().seenOf(number),
      callbackUrl: 'https://mine.acme.com/',
    });
    expect(await bind(bench().context, ben, second)).toMatchObject({ problem: { code: 'binding_busy' } });
    await bench().simulator.control.release();
    await running;
    expect(await bench().arrivals(number)).toHaveLength(1);
  });

  it('two people in fifty rounds: one is sent, the other sees the change; history is the order applied', async () => {
    const number = freshNumber();
    let seen: string | null = null;
    for (let round = 0; round < 50; round += 1) {
      const rivals = [ada, ben].map((viewer) =>
        bind(
          bench().context,
          viewer,
          wants({ number, seen, callbackUrl: `https://${viewer.name.toLowerCase()}.acme.com/${round}` }),
        ),
      );
      const kinds = (await Promise.all(rivals)).map((answer) =>
        answer.ok ? answer.value.kind : answer.problem.code,
      );
      expect(kinds.sort()).toEqual(['conflict', 'settled']);
      seen = await bench().seenOf(number);
    }
    const rows = await bench()
      .database.db.select()
      .from(bindings)
      .where(and(eq(bindings.number, number), ne(bindings.state, 'denied')))
      .orderBy(desc(bindings.createdAt), desc(bindings.id));
    const applied = (await bench().arrivals(number))
      .filter(({ verdict }) => verdict === 'ok')
      .sort((a, b) => (b.appliedOrder ?? 0) - (a.appliedOrder ?? 0));
    expect(rows.map((row) => row.callbackUrl)).toEqual(applied.map((arrival) => arrival.callbackUrl));
    expect(rows.map((row) => row.previousUrl).slice(0, -1)).toEqual(
      rows.map((row) => row.callbackUrl).slice(1),
    );
    const { control } = bench().simulator;
    expect(await control.boundUrl(app.id, number)).toBe(rows[0]?.callbackUrl);
  }, 120_000);
});
