import { queryClientHere } from '#components/providers/query-provider.tsx';
import { knownAmong } from '#lib/bind-number/cache.ts';
import type { KnownNumbers } from '#lib/domain/numbers/known-numbers.ts';

/**
 * Which meanings of a typed number an app already has. None where it cannot be asked: the question then stays open, which is
 * never wrong.
 */
export async function loadKnown(appId: string, candidates: readonly string[]): Promise<KnownNumbers> {
  if (appId === '' || candidates.length === 0) return new Map();
  const found = await queryClientHere()
    .fetchQuery(knownAmong(appId, candidates))
    .catch(() => []);
  return new Map(
    found.map(({ number, numberType }) => [
      number,
      numberType === null ? null : numberType === 'inner' ? ('inner' as const) : ('line' as const),
    ]),
  );
}
