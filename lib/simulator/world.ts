import type { Listing } from '#lib/simulator/listing.ts';

export type NumberType = 'number' | 'inner';
/** 1 normal, 2 overdue, 4 disabled by an admin; source: DescribeNumbers. */
type NumberState = 1 | 2 | 4;
type WorldNumber = {
  number: string;
  numberType: NumberType;
  state: NumberState;
  refusedWith?: string;
};
export type Change = { sdkAppId: string; number: string; numberType: NumberType; callbackUrl: string | null };
export type Binding = Change & { appliedOrder: number; n: number };

/** Numbers of the first app that cannot be bound; the last one for a reason that no list shows. */
export const overdueNumber = '0086075586013397';
export const disabledNumber = '0086075586013398';
export const refusedNumber = '0086075586013399';

/** Twelve numbers an app, told apart by `block`. Those of the first app begin with the number of Tencent's own example. */
function numbersOf({ block, inner }: { block: number; inner: number }): WorldNumber[] {
  const line = (ending: number) => `0086075586${String(block).padStart(4, '0')}${ending}`;
  return [
    ...[88, 89, 90, 91, 92, 93, 94].map(
      (ending): WorldNumber => ({ number: line(ending), numberType: 'number', state: 1 }),
    ),
    { number: line(97), numberType: 'number', state: 2 },
    { number: line(98), numberType: 'number', state: 4 },
    {
      number: line(99),
      numberType: 'number',
      state: 1,
      refusedWith: 'FailedOperation.CurStateNotAllowModify',
    },
    { number: `${inner}001`, numberType: 'inner', state: 1 },
    { number: `${inner}002`, numberType: 'inner', state: 1 },
  ];
}

export type World = ReturnType<typeof createWorld>;

/** The apps, their numbers, and what each number is bound to; nothing a client can read back, as at Tencent. */
export function createWorld(given: readonly { sdkAppId: string; name: string }[], { anyApp = false } = {}) {
  const bindings = new Map<string, Binding>();
  const apps = [...given];
  const numbers = new Map(
    given.map(({ sdkAppId }, index) => [sdkAppId, numbersOf({ block: 133 + index, inner: 1 + index })]),
  );
  /** An app that nobody named has numbers by its id, so that they are the same after the next start. */
  const meet = (sdkAppId: string): boolean => {
    if (!anyApp || numbers.has(sdkAppId) || sdkAppId === '0') return numbers.has(sdkAppId);
    const tail = Number(BigInt(sdkAppId) % 9_000n);
    apps.push({ sdkAppId, name: sdkAppId });
    numbers.set(sdkAppId, numbersOf({ block: 1_000 + tail, inner: 1 + (tail % 9) }));
    return true;
  };
  const listings = new Map<string, Listing>();
  let applied = 0;
  return {
    apps,
    setListing: (listing: Listing) => void listings.set(listing.sdkAppId, listing),
    listing: (sdkAppId: string) => listings.get(sdkAppId),
    hasApp: meet,
    numbers: (sdkAppId: string) => numbers.get(sdkAppId) ?? [],
    findNumber: (sdkAppId: string, number: string) =>
      numbers.get(sdkAppId)?.find((known) => known.number === number),
    bindings: () => [...bindings.values()],
    /** Changes the world; last write wins. Returns its place in the order of all changes, from 1. `n` is the entry of the log. */
    apply(change: Change, n: number): number {
      applied += 1;
      bindings.set(`${change.sdkAppId}/${change.number}`, { ...change, appliedOrder: applied, n });
      return applied;
    },
    reset() {
      bindings.clear();
      listings.clear();
      applied = 0;
    },
  };
}
