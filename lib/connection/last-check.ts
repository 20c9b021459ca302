import 'server-only';
import type { CheckView, LastCheck } from '#lib/connection/view.ts';
import type { Context } from '#lib/entry/context.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/**
 * The newest check of the key by this process. In memory: a check is a glance at the present, and after a start nobody
 * knows whether it still holds.
 */
const checks = () =>
  processSingleton<WeakMap<Context, LastCheck>>('connection-last-check', () => new WeakMap());

export const findLastCheck = (context: Context): LastCheck | null => checks().get(context) ?? null;

export function keepCheck(context: Context, { verdict, code, at }: CheckView): void {
  checks().set(context, { verdict, code, at });
}
