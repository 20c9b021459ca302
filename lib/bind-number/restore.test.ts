import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bind, getRestore, repeat } from '#lib/bind-number/service.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { bindings } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import { getBinding } from '#lib/history/service.ts';
import {
  ada,
  app,
  type Bench,
  ben,
  describeWithProvider,
  freshNumber,
  settledOf,
  sue,
} from '#lib/testing/bindings/bench.ts';
import { bindUnder, sendAgain } from '#lib/testing/bindings/under-fault.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

const [oldUrl, newUrl] = ['https://old.acme.com/in?token=a%20b', 'https://new.acme.com/in'] as const;
/** As history shows it to everybody. */
const shownUrl = 'https://old.acme.com/in?token=***';

/** What the dialog sends: the binding's id and nothing of its content. */
const putBack = ({ number, id }: BindingView, rest: Partial<ReturnType<typeof wants>> = {}) =>
  wants({ number, numberType: null, callbackUrl: null, source: 'restore', restoresBindingId: id, ...rest });

async function replaced(bench: Bench, rest: Partial<ReturnType<typeof wants>> = {}) {
  const number = freshNumber();
  const { binding: first } = await bench.bindNow({ number, callbackUrl: oldUrl, ...rest });
  const { binding: second } = await bench.bindNow({ number, callbackUrl: newUrl });
  return { number, first, second };
}

const deniedOf = ({ database }: Bench, number: string) =>
  database.db
    .select()
    .from(bindings)
    .where(and(eq(bindings.number, number), eq(bindings.state, 'denied')));

describeWithProvider('putting an earlier URL back', (bench) => {
  it('sends the stored URL and type byte for byte without being told them, as a row that names the restored one', async () => {
    const { number, first, second } = await replaced(bench(), { numberType: null });
    const input = putBack(first, { seen: second.id, reason: 'OPS-7' });
    const { binding, undo } = settledOf(await bind(bench().context, ben, input));
    expect(binding).toMatchObject({
      state: 'bound',
      source: 'restore',
      restoresBindingId: first.id,
      callbackUrl: shownUrl,
      numberType: null,
      previous: { certainty: 'exact', url: newUrl, bindingId: second.id },
      actor: { name: 'Ben' },
      reason: 'OPS-7',
    });
    const bodies = (await bench().arrivals(number)).map(({ bodyBase64 }) => bodyBase64);
    expect(bodies).toHaveLength(3);
    expect(bodies[2]).toBe(bodies[0]);
    expect(undo).toMatchObject({ url: newUrl, bindingId: second.id });
    expect(await getBinding(bench().context, sue, first.id)).toMatchObject({
      value: { callbackUrl: shownUrl, related: { restoredByIds: [binding.id] } },
    });
  });

  it('twice under one key is sent once, and the second request gets the first result', async () => {
    const { number, first, second } = await replaced(bench());
    const input = putBack(first, { seen: second.id });
    const both = await Promise.all([1, 2].map(() => bind(bench().context, ada, input)));
    const later = await bind(bench().context, ada, { ...input, callbackUrl: oldUrl, numberType: 'number' });
    const ids = [...both, later].map((answer) => settledOf(answer).binding.id);
    expect(new Set(ids).size).toBe(1);
    expect(await bench().arrivals(number)).toHaveLength(3);
  });

  it('sends nothing when somebody changed the number since, or when it has the URL already', async () => {
    const { number, first, second } = await replaced(bench());
    const stale = await bind(bench().context, ada, putBack(first, { seen: first.id }));
    expect(stale).toMatchObject({
      value: { kind: 'conflict', facts: { newestBindingId: second.id, current: { url: newUrl } } },
    });
    const same = await bind(bench().context, ada, putBack(second, { seen: second.id }));
    expect(same).toMatchObject({ value: { kind: 'unchanged' } });
    expect(await bench().arrivals(number)).toHaveLength(2);
  });

  it('tells before it is done what would change, and when nothing would', async () => {
    const { first, second } = await replaced(bench());
    const { context } = bench();
    expect(await getRestore(context, ada, first.id)).toMatchObject({
      value: {
        restored: { id: first.id, callbackUrl: shownUrl },
        facts: { newestBindingId: second.id, current: { url: newUrl, certainty: 'exact' } },
        refusal: null,
        unchanged: false,
      },
    });
    expect(await getRestore(context, ada, second.id)).toMatchObject({
      value: { refusal: null, unchanged: true },
    });
    expect(await getRestore(context, sue, first.id)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await getRestore(context, ada, randomUUID())).toMatchObject({ problem: { code: 'not_found' } });
    expect(await getRestore(context, ada, "' or 1=1 --")).toMatchObject({ problem: { code: 'not_found' } });
  });

  it.each([
    ['another number', { number: freshNumber() }],
    ['another URL', { callbackUrl: newUrl }],
    ['a URL as a reader sees it', { callbackUrl: shownUrl }],
    ['another type', { numberType: 'inner' as const }],
    ['an id of nothing', { restoresBindingId: randomUUID() }],
  ])('that names %s is refused', async (_what, rest) => {
    const { number, first, second } = await replaced(bench());
    const answer = await bind(bench().context, ada, putBack(first, { seen: second.id, ...rest }));
    expect(answer).toMatchObject({ problem: { code: 'not_found' } });
    expect(await bench().arrivals(number)).toHaveLength(2);
  });

  it('is refused for what was never in force, has no URL, or is no longer taken', async () => {
    const { context, bindNow, arrivals } = bench();
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'code', applied: false, code: 'OperationDenied.NotInWhiteList' });
    const { binding: refused } = await bindNow({ number });
    const { binding: without } = await bindNow({ number, callbackUrl: null });
    const lax = { ...context, allowHttpCallbacks: true };
    const input = wants({ number, callbackUrl: 'http://plain.acme.com/', seen: without.id });
    const { binding: plain } = settledOf(await bind(lax, ada, input));
    const gone = { ...context, ...appsOf(context.db, [{ id: '1400000009', name: 'Other' }]) };

    const codes = async (binding: BindingView, where = context) => {
      const asked = await getRestore(where, ada, binding.id);
      const done = await bind(where, ada, putBack(binding, { seen: plain.id, sendUnchanged: true }));
      return [asked.ok ? asked.value.refusal?.code : null, done.ok ? null : done.problem.code];
    };
    expect(await codes(refused)).toEqual(['restore_never_in_force', 'restore_never_in_force']);
    expect(await codes(without)).toEqual(['restore_no_url', 'restore_no_url']);
    expect(await codes(plain)).toEqual(['restore_url_not_allowed', 'restore_url_not_allowed']);
    expect(await codes(plain, gone)).toEqual(['restore_app_gone', 'app_not_allowed']);
    expect(await arrivals(number)).toHaveLength(3);
    expect(await codes(plain, lax)).toEqual([undefined, null]);
  });

  it('puts back what had an unknown outcome, and names what was bound before a change only where that is exact', async () => {
    const { number, settled } = await bindUnder(bench(), { kind: 'reset', applied: true });
    const unknown = settled.binding;
    const { binding: next } = await bench().bindNow({ number, callbackUrl: newUrl });
    const after = await bench().bindNow({ number, callbackUrl: oldUrl });
    const restored = await bench().bindNow(putBack(unknown, { seen: after.binding.id }));
    expect(restored.binding).toMatchObject({ state: 'bound', callbackUrl: unknown.callbackUrl });
    const beforeOf = async (id: string) => {
      const entry = await getBinding(bench().context, ada, id);
      return entry.ok ? entry.value.related.boundBeforeId : 'none';
    };
    expect(await beforeOf(next.id)).toBeNull();
    expect(await beforeOf(after.binding.id)).toBe(next.id);
  });

  it('is not counted as put back by a restore that was refused', async () => {
    const { number, first, second } = await replaced(bench());
    await bench().faultOn(number, { kind: 'code', applied: false, code: 'OperationDenied.NotInWhiteList' });
    const { binding } = await bench().bindNow(putBack(first, { seen: second.id }));
    expect(binding).toMatchObject({ state: 'refused', restoresBindingId: first.id });
    expect(await getBinding(bench().context, ada, first.id)).toMatchObject({
      value: { related: { restoredByIds: [] } },
    });
  });
});

describeWithProvider('putting back without the right', (bench) => {
  it.each(['restore', 'undo'] as const)(
    'by %s is recorded as denied with what was wanted, and nothing is sent',
    async (source) => {
      const { number, first } = await replaced(bench());
      const input = putBack(first, { source });
      for (let tries = 0; tries < 2; tries += 1)
        expect(await bind(bench().context, sue, input)).toMatchObject({ problem: { code: 'forbidden' } });
      const invented = putBack(first, { source, restoresBindingId: randomUUID() });
      expect(await bind(bench().context, sue, invented)).toMatchObject({ problem: { code: 'forbidden' } });
      expect(await deniedOf(bench(), number)).toMatchObject([
        { actorName: 'Sue', source, callbackUrl: oldUrl, restoresBindingId: first.id, attemptCount: 0 },
        { actorName: 'Sue', source, callbackUrl: null, restoresBindingId: null },
      ]);
      expect(await bench().arrivals(number)).toHaveLength(2);
      expect(await getBinding(bench().context, ada, first.id)).toMatchObject({
        value: { related: { restoredByIds: [] } },
      });
    },
  );

  it('a repeat is recorded once an attempt, and leaves the binding as it was', async () => {
    const { number, settled } = await bindUnder(bench(), { kind: 'reset', applied: false });
    const again = { bindingId: settled.binding.id, afterAttempt: 1 };
    for (let tries = 0; tries < 2; tries += 1)
      expect(await repeat(bench().context, sue, again)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await repeat(bench().context, sue, { ...again, bindingId: randomUUID() })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    expect(await deniedOf(bench(), number)).toMatchObject([
      { actorName: 'Sue', appId: app.id, callbackUrl: settled.binding.callbackUrl, source: 'form' },
    ]);
    expect(await bench().arrivals(number)).toHaveLength(1);
    expect((await sendAgain(bench(), settled)).binding.state).toBe('bound');
  });
});
