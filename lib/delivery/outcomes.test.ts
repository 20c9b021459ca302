import { expect, it } from 'vitest';
import { bind, getNumberFacts, repeat } from '#lib/bind-number/service.ts';
import { getBinding } from '#lib/history/service.ts';
import type { Fault } from '#lib/simulator/fault.ts';
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

type Case = [name: string, fault: Fault, code: string];

const atOnce: Case[] = [true, false].flatMap((applied): Case[] => [
  ['a reset', { kind: 'reset', applied }, 'Unknown.ConnectionReset'],
  ['a sign-in page', { kind: 'html', applied, status: 200 }, 'Unknown.UnexpectedAnswer'],
  ['a gateway error', { kind: 'status', applied, status: 502, body: 'html' }, 'Unknown.HttpStatus'],
  [
    'a server error with an error body',
    { kind: 'status', applied, status: 503, body: 'error' },
    'Unknown.HttpStatus',
  ],
  [
    'an internal error',
    { kind: 'code', applied, code: 'InternalError.DBError', message: 'x' },
    'InternalError.DBError',
  ],
  ['a code nobody knows', { kind: 'code', applied, code: 'Weather.TooHot', message: 'x' }, 'Weather.TooHot'],
  ['half an answer', { kind: 'cut', applied, bytes: 10 }, 'Unknown.ConnectionReset'],
]);

const afterTheDeadline: Case[] = [
  ['no answer', { kind: 'hang', applied: true }, 'Unknown.Timeout'],
  ['no answer and nothing applied', { kind: 'hang', applied: false }, 'Unknown.Timeout'],
  ['a byte a second', { kind: 'drip', applied: true, intervalMs: 1000, bytes: 1 }, 'Unknown.Timeout'],
  ['headers and then nothing', { kind: 'stall', applied: true }, 'Unknown.Timeout'],
];

const bindUnder = async (bench: Bench, fault: Fault, times = 1) => {
  const number = freshNumber();
  await bench.faultOn(number, fault, times);
  return { number, settled: await bench.bindNow({ number }) };
};

describeWithProvider('the outcome of a binding', (bench) => {
  it.each(atOnce)(
    'after %s is unknown, and the request is not repeated by itself (%j)',
    async (_name, fault, code) => {
      const { number, settled } = await bindUnder(bench(), fault);
      expect(settled.binding).toMatchObject({ state: 'unknown', code, attemptCount: 1 });
      expect(settled.undo).toBeNull();
      expect(await bench().arrivals(number)).toHaveLength(1);
      expect(await getNumberFacts(bench().context, ada, { appId: app.id, number })).toMatchObject({
        value: {
          current: { certainty: 'uncertain' },
          pending: { state: 'unknown', bindingId: settled.binding.id },
        },
      });
    },
  );

  it('is unknown when the total deadline is over, whatever trickles in', async () => {
    await Promise.all(
      afterTheDeadline.map(async ([, fault, code]) => {
        const { number, settled } = await bindUnder(bench(), fault);
        expect(settled.binding).toMatchObject({ state: 'unknown', code, attemptCount: 1 });
        expect(settled.binding.durationMs ?? 0).toBeGreaterThanOrEqual(9_990);
        // A busy machine is late; a second deadline would have been twice as long.
        expect(settled.binding.durationMs ?? 0).toBeLessThan(20_000);
        expect(await bench().arrivals(number)).toHaveLength(1);
      }),
    );
  });

  it.each(['AuthFailure.SignatureFailure', 'UnauthorizedOperation', 'InvalidParameterValue.PhoneNumInvalid'])(
    'after %s is refused with the code, words and RequestId of the answer',
    async (code) => {
      const { number, settled } = await bindUnder(bench(), {
        kind: 'code',
        applied: false,
        code,
        message: 'No.',
      });
      const [arrival] = await bench().arrivals(number);
      expect(settled.binding).toMatchObject({
        state: 'refused',
        code,
        message: 'No.',
        requestId: arrival?.requestId,
        attemptCount: 1,
      });
      const { binding } = await bench().bindNow({ number });
      expect(binding).toMatchObject({ state: 'bound', previous: { certainty: 'none' } });
    },
  );

  it('after the limit was met is what the repeat brings, with every attempt in history', async () => {
    const fault: Fault = {
      kind: 'code',
      applied: false,
      code: 'RequestLimitExceeded',
      message: 'Slow down.',
    };
    const { number, settled } = await bindUnder(bench(), fault, 2);
    expect(settled.binding).toMatchObject({ state: 'bound', attemptCount: 3, code: null });
    const attempts = await bench().attemptsOf(settled.binding.id);
    expect(attempts.map(({ n, why, outcome }) => [n, why, outcome])).toEqual([
      [1, 'first', 'throttled'],
      [2, 'retry', 'throttled'],
      [3, 'retry', 'bound'],
    ]);
    const arrivals = await bench().arrivals(number);
    expect(attempts.map(({ requestId }) => requestId)).toEqual(arrivals.map(({ requestId }) => requestId));
  });

  it('is refused when nothing listens: every attempt was certainly not sent', async () => {
    const context = { ...bench().context, gateway: bench().gatewayTo('http://127.0.0.1:9') };
    const { binding } = settledOf(await bind(context, ada, wants({ number: freshNumber() })));
    expect(binding).toMatchObject({ state: 'refused', code: 'NotSent.ConnectionRefused', requestId: null });
    expect(binding.attemptCount).toBeGreaterThan(1);
    const attempts = await bench().attemptsOf(binding.id);
    expect(new Set(attempts.map(({ outcome }) => outcome))).toEqual(new Set(['not_sent']));
  });

  it('after an expired signature is what one repeat on the corrected clock brings', async () => {
    const { control, endpoint } = bench().simulator;
    await control.setClock(600_000);
    const context = { ...bench().context, gateway: bench().gatewayTo(endpoint) };
    const number = freshNumber();
    const { binding } = settledOf(await bind(context, ada, wants({ number })));
    await control.setClock(0);
    expect(binding).toMatchObject({ state: 'bound', attemptCount: 2 });
    const verdicts = (await bench().arrivals(number)).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['AuthFailure.SignatureExpire', 'ok']);
  });
});

describeWithProvider('repeating an unknown binding', (bench) => {
  it('binds it, with the repeat flagged in history; a second click follows the first', async () => {
    const { number, settled } = await bindUnder(bench(), { kind: 'reset', applied: true });
    const input = { bindingId: settled.binding.id, afterAttempt: 1 };
    const answers = await Promise.all(
      [ada, ben, ada].map((viewer) => repeat(bench().context, viewer, input)),
    );
    for (const answer of answers) {
      expect(settledOf(answer).binding).toMatchObject({
        id: settled.binding.id,
        state: 'bound',
        attemptCount: 2,
      });
    }
    expect(await bench().arrivals(number)).toHaveLength(2);
    expect(await getBinding(bench().context, ada, settled.binding.id)).toMatchObject({
      value: {
        attempts: [
          { why: 'first', outcome: 'unknown' },
          { why: 'repeat', outcome: 'bound' },
        ],
      },
    });
  });

  it('stays unknown when the repeat is refused, since the first request may have been carried out', async () => {
    const { number, settled } = await bindUnder(bench(), { kind: 'reset', applied: true });
    await bench().faultOn(number, { kind: 'code', applied: false, code: 'OperationDenied', message: 'No.' });
    const answer = await repeat(bench().context, ada, { bindingId: settled.binding.id, afterAttempt: 1 });
    expect(settledOf(answer).binding).toMatchObject({
      state: 'unknown',
      code: 'OperationDenied',
      message: 'No.',
    });
    const third = await repeat(bench().context, ada, { bindingId: settled.binding.id, afterAttempt: 2 });
    expect(settledOf(third).binding.state).toBe('bound');
  });

  it('is refused for what is settled, and for what a newer binding has replaced', async () => {
    const bound = await bench().bindNow({ number: freshNumber() });
    const { number, settled } = await bindUnder(bench(), { kind: 'reset', applied: false });
    const newer = await bench().bindNow({ number, callbackUrl: 'https://newer.acme.com/' });
    expect(newer.binding.previous.certainty).toBe('uncertain');
    for (const { binding } of [bound, settled]) {
      const answer = await repeat(bench().context, ada, { bindingId: binding.id, afterAttempt: 1 });
      expect(answer).toMatchObject({ problem: { code: 'binding_not_repeatable' } });
    }
    expect(await bench().arrivals(number)).toHaveLength(2);
  });
});
