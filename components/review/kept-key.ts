import { makeKey } from '#lib/client/idempotency-key.ts';
import { now } from '#lib/clock.ts';

/** Later the number may have been changed by others, and the first result would answer another question. */
const keptForMs = 10 * 60_000;

const nameOf = (what: string): string => `patchboard-key-${what}`;

/**
 * The idempotency key to put something back under: the one it was sent under in the last 10 minutes without an answer
 * that was seen, else a new one. So the same question asked again after a crash or a reload finds the first result and
 * sends nothing twice. `what`: what is put back.
 */
export function keptKey(what: string, store: () => Pick<Storage, 'getItem'> = () => sessionStorage): string {
  try {
    const [key, sentAt] = (store().getItem(nameOf(what)) ?? '').split(' ');
    if (key && now().getTime() - Number(sentAt) < keptForMs) return key;
  } catch {
    // Storage can be forbidden. The key then lives as long as the question.
  }
  return makeKey();
}

/** Called just before the request leaves: it may be the last thing that this page does. */
export function keepKey(
  what: string,
  key: string,
  store: () => Pick<Storage, 'setItem'> = () => sessionStorage,
): void {
  try {
    store().setItem(nameOf(what), `${key} ${now().getTime()}`);
  } catch {
    // Storage can be full or forbidden, as above.
  }
}

/** The answer has been seen. */
export function forgetKey(
  what: string,
  store: () => Pick<Storage, 'removeItem'> = () => sessionStorage,
): void {
  try {
    store().removeItem(nameOf(what));
  } catch {
    // Then none was kept.
  }
}
