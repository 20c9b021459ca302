import type { Suggestions } from '#lib/bindings/view.ts';

/** What suggestions are made of: a bound binding, newest first. */
export type BoundUse = {
  appId: string;
  number: string;
  callbackUrl: string | null;
  callbackHost: string | null;
};

const limits = { urls: 10, hosts: 50, numbers: 100 };

/** Each URL, host and number once, in the order of its last use. */
export function toSuggestions(newestFirst: readonly BoundUse[]): Suggestions {
  const lastOfNumber = new Map<string, Suggestions['numbers'][number]>();
  for (const { appId, number, callbackHost } of newestFirst) {
    const key = `${appId} ${number}`;
    if (!lastOfNumber.has(key)) lastOfNumber.set(key, { appId, number, host: callbackHost });
  }
  return {
    urls: distinct(newestFirst.map((use) => use.callbackUrl)).slice(0, limits.urls),
    hosts: distinct(newestFirst.map((use) => use.callbackHost)).slice(0, limits.hosts),
    numbers: [...lastOfNumber.values()].slice(0, limits.numbers),
  };
}

const distinct = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
