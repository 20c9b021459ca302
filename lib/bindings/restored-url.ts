import 'server-only';
import type { BindInput } from '#lib/bindings/schema.ts';
import { findBinding } from '#lib/bindings/store-repeat.ts';
import { maskUrlSecrets } from '#lib/domain/callback-url-secrets.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * Puts the stored URL in the place of the shown one where a binding is put back: history shows it with its secrets
 * hidden, so that is what comes back. Anything but that binding's own URL as shown stays as it was sent.
 */
export async function withStoredUrl({ db }: Pick<Context, 'db'>, input: BindInput): Promise<BindInput> {
  const { restoresBindingId, callbackUrl } = input;
  if (restoresBindingId === null || callbackUrl === null) return input;
  const stored = (await findBinding(db, restoresBindingId))?.callbackUrl ?? null;
  return stored !== null && maskUrlSecrets(stored) === callbackUrl
    ? { ...input, callbackUrl: stored }
    : input;
}
