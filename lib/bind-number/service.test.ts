import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bind, getNumberFacts, repeat } from '#lib/bind-number/service.ts';
import { bindings } from '#lib/db/schema.ts';
import { getBinding } from '#lib/history/service.ts';
import {
  ada,
  app,
  ben,
  describeWithProvider,
  freshNumber,
  settledOf,
  sue,
} from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

describeWithProvider('binding a number', (bench) => {
  it('sends the confirmed fields once and is bound with the RequestId of the answer', async () => {
    const number = freshNumber();
    const { binding, undo } = await bench().bindNow({
      number,
      callbackUrl: 'https://hooks.acme.com/%E5%9B%9E',
      reason: 'T-1',
    });
    const [arrival, ...more] = await bench().arrivals(number);
    expect(more).toEqual([]);
    expect(binding).toMatchObject({
      state: 'bound',
      number,
      callbackUrl: 'https://hooks.acme.com/%E5%9B%9E',
      previous: { certainty: 'none', url: null, bindingId: null },
      actor: { name: 'Ada' },
      reason: 'T-1',
      attemptCount: 1,
      code: null,
    });
    expect(binding.requestId).toBe(arrival?.requestId);
    expect(arrival).toMatchObject({ verdict: 'ok', sdkAppId: app.id, callbackUrl: binding.callbackUrl });
    expect(undo).toBeNull();
    const [attempt] = await bench().attemptsOf(binding.id);
    expect(attempt).toMatchObject({ n: 1, why: 'first', outcome: 'bound', bodySha256: arrival?.bodySha256 });
  });

  it('stores the attempt before the request arrives', async () => {
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'hold' });
    const running = bench().bindNow({ number });
    await expect.poll(async () => (await bench().arrivals(number)).length).toBe(1);
    const [arrival] = await bench().arrivals(number);
    const [row] = await bench().database.db.select().from(bindings).where(eq(bindings.number, number));
    expect(row?.state).toBe('sending');
    const [attempt] = await bench().attemptsOf(row?.id ?? '');
    expect(attempt?.finishedAt).toBeNull();
    expect(attempt?.committedAt.getTime()).toBeLessThanOrEqual(arrival?.arrivedAtMs ?? 0);
    await bench().simulator.control.release();
    expect((await running).binding.state).toBe('bound');
  });

  it('keeps the previous URL, says who set it, and offers it for undo', async () => {
    const number = freshNumber();
    const first = await bench().bindNow({ number, callbackUrl: 'https://old.acme.com/' });
    const second = await bench().bindNow({ number, callbackUrl: 'https://new.acme.com/' });
    expect(second.binding.previous).toEqual({
      certainty: 'exact',
      url: 'https://old.acme.com/',
      bindingId: first.binding.id,
    });
    expect(second.undo).toMatchObject({
      url: 'https://old.acme.com/',
      bindingId: first.binding.id,
      setBy: 'Ada',
    });
    const undone = await bench().bindNow({
      number,
      callbackUrl: 'https://old.acme.com/',
      source: 'undo',
      restoresBindingId: first.binding.id,
    });
    expect(undone.binding).toMatchObject({
      state: 'bound',
      source: 'undo',
      restoresBindingId: first.binding.id,
    });
    const detail = await getBinding(bench().context, ada, first.binding.id);
    expect(detail).toMatchObject({
      value: { related: { previousId: null, nextId: second.binding.id, restoredByIds: [undone.binding.id] } },
    });
  });

  it('refuses to put back a binding of another number or to another URL', async () => {
    const first = await bench().bindNow({ number: freshNumber() });
    const elsewhere = wants({
      number: freshNumber(),
      source: 'restore',
      restoresBindingId: first.binding.id,
    });
    expect(await bind(bench().context, ada, elsewhere)).toMatchObject({ problem: { code: 'not_found' } });
    const altered = wants({ ...elsewhere, number: first.binding.number, callbackUrl: 'https://x.acme.com/' });
    expect(await bind(bench().context, ada, altered)).toMatchObject({ problem: { code: 'not_found' } });
    const unnamed = wants({ number: first.binding.number, source: 'restore' });
    expect(await bind(bench().context, ada, unnamed)).toMatchObject({ problem: { code: 'invalid_input' } });
  });

  it('to the URL it is known to have sends nothing, unless that is wanted', async () => {
    const number = freshNumber();
    const { binding } = await bench().bindNow({ number });
    const again = wants({ number, seen: binding.id });
    const answer = await bind(bench().context, ada, again);
    expect(answer).toMatchObject({
      value: { kind: 'unchanged', facts: { current: { certainty: 'exact' } } },
    });
    expect(await bench().arrivals(number)).toHaveLength(1);
    const sent = settledOf(await bind(bench().context, ada, { ...again, sendUnchanged: true }));
    expect(sent.binding.state).toBe('bound');
    const otherType = await bind(
      bench().context,
      ada,
      wants({ number, seen: sent.binding.id, numberType: null }),
    );
    expect(settledOf(otherType).binding.state).toBe('bound');
  });

  it('without a URL leaves CallInInterface out', async () => {
    const number = freshNumber();
    const { binding } = await bench().bindNow({ number, callbackUrl: null, numberType: null });
    const [arrival] = await bench().arrivals(number);
    const body = JSON.parse(Buffer.from(arrival?.bodyBase64 ?? '', 'base64').toString('utf8'));
    expect(body).toEqual({ SdkAppId: 1400000000, Number: number });
    expect(binding).toMatchObject({ state: 'bound', callbackUrl: null, numberType: null });
  });

  it.each([
    [{ appId: '1499999999' }, 'app_not_allowed', 'appId'],
    [{ appId: '01' }, 'app_malformed', 'appId'],
    [{ number: '0755-86013388' }, 'number_not_shown_form', 'number'],
    [{ number: '' }, 'number_missing', 'number'],
    [{ number: '13800138000' }, 'number_not_shown_form', 'number'],
    [{ callbackUrl: ' https://hooks.acme.com/' }, 'url_not_shown_form', 'callbackUrl'],
    [{ callbackUrl: 'https://hooks.acme.com' }, 'url_not_shown_form', 'callbackUrl'],
    [{ callbackUrl: 'http://hooks.acme.com/' }, 'url_http_not_allowed', 'callbackUrl'],
    [{ callbackUrl: 'https://169.254.0.23/' }, 'url_private_host', 'callbackUrl'],
    [{ callbackUrl: 'javascript:alert(1)' }, 'url_scheme_not_allowed', 'callbackUrl'],
    [{ reason: 'x'.repeat(501) }, 'reason_too_long', 'reason'],
    [{ source: 'external' as const }, 'invalid_input', undefined],
  ])('with %j is refused before anything is stored', async (rest, code, field) => {
    const before = await bench().database.db.$count(bindings);
    const answer = await bind(bench().context, ada, wants({ number: freshNumber(), ...rest }));
    expect(answer).toMatchObject({ ok: false, problem: { code, ...(field && { field }) } });
    expect(await bench().database.db.$count(bindings)).toBe(before);
  });

  it('takes a reason with control characters and halves of surrogate pairs', async () => {
    const { binding } = await bench().bindNow({ number: freshNumber(), reason: ' T-1\0\u0007 \ud800 ' });
    expect(binding.reason).toBe('T-1 \ufffd');
  });

  it('by somebody without the right is recorded as denied, and nothing is sent', async () => {
    const number = freshNumber();
    const input = wants({ number });
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await bind(bench().context, sue, input)).toMatchObject({ problem: { code: 'forbidden' } });
    }
    const rows = await bench().database.db.select().from(bindings).where(eq(bindings.number, number));
    expect(rows).toMatchObject([{ state: 'denied', actorName: 'Sue', attemptCount: 0, source: 'form' }]);
    expect(await bench().arrivals(number)).toEqual([]);
    expect(await bench().seenOf(number)).toBeNull();
    expect((await bench().bindNow({ number })).binding.previous.certainty).toBe('none');
    const broken = { ...wants({ number: 'x' }) };
    expect(await bind(bench().context, sue, broken)).toMatchObject({ problem: { code: 'forbidden' } });
    const again = { bindingId: rows[0]?.id ?? '', afterAttempt: 1 };
    expect(await repeat(bench().context, sue, again)).toMatchObject({ problem: { code: 'forbidden' } });
  });

  it('shows nobody a secret of a URL in history, and an admin the whole of it where it is replaced', async () => {
    const number = freshNumber();
    const whole = 'https://hooks.acme.com/?token=abc&n=1';
    const { binding } = await bench().bindNow({ number, callbackUrl: whole });
    const masked = 'https://hooks.acme.com/?token=***&n=1';
    const { context } = bench();
    expect(binding.callbackUrl).toBe(masked);
    for (const [viewer, current] of [
      [sue, masked],
      [ben, whole],
    ] as const) {
      expect(await getBinding(context, viewer, binding.id)).toMatchObject({
        value: {
          callbackUrl: masked,
          mayReveal: viewer === ben,
          // Whoever tries bodies until one has this digest has found the token.
          attempts: [{ bodySha256: viewer === ben ? expect.stringMatching(/^[0-9a-f]{64}$/) : null }],
        },
      });
      expect(await getNumberFacts(context, viewer, { appId: app.id, number })).toMatchObject({
        value: { current: { url: current } },
      });
    }
  });

  it('binds no number to a URL as history shows it', async () => {
    const number = freshNumber();
    const callbackUrl = 'https://hooks.acme.com/?token=***';
    const refused = await bind(bench().context, ada, wants({ number, callbackUrl }));
    expect(refused).toMatchObject({ problem: { code: 'url_has_hidden_part' } });
    expect(await bench().arrivals(number)).toEqual([]);
  });

  it.each(['', 'x', "' or 1=1 --", '00000000-0000-7000-8000-000000000000', '\0'])(
    'has no entry %j',
    async (id) => {
      expect(await getBinding(bench().context, ada, id)).toMatchObject({ problem: { code: 'not_found' } });
    },
  );
});
