import { randomUUID } from 'node:crypto';
import type { BindInput } from '#lib/bind-number/schema.ts';

/** A wanted change as the form sends it, of the app that tests use, seen as never bound before. */
export const wants = (rest: Partial<BindInput> & { number: string }): BindInput => ({
  idempotencyKey: randomUUID(),
  appId: '1400000000',
  numberType: 'number',
  callbackUrl: 'https://hooks.acme.com/in',
  reason: null,
  seen: null,
  source: 'form',
  restoresBindingId: null,
  sendUnchanged: false,
  ...rest,
});
