import type { KnownNumberView, Suggestions } from '#lib/bind-number/view.ts';
import { labelOf, providerStateOf } from '#lib/domain/numbers/number-state.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';

/** What URLs and hosts are offered from: a bound binding, newest first. */
export type BoundUse = {
  id: string;
  number: string;
  callbackUrl: string | null;
  callbackHost: string | null;
};

/** A number of the board, with what decides whether to pick it. */
export type KnownNumber = {
  appId: string;
  number: string;
  url: string | null;
  boundBindingId: string | null;
  openBindingId: string | null;
  providerState: number | null;
  providerListed: boolean | null;
};

const limits = { urls: 10, hosts: 50 };

/** Numbers of an app that the form has from the start: those used last first, then the others. */
export const numbersAnApp = 100;

/**
 * Each URL and host once, in the order of its last use, and the numbers as they come; `known` has one of an app beyond
 * `numbersAnApp` where there are more.
 */
export function toSuggestions(newestFirst: readonly BoundUse[], known: readonly KnownNumber[]): Suggestions {
  const apps = [...Map.groupBy(known, ({ appId }) => appId)];
  return {
    urls: toUrls(newestFirst),
    hosts: distinct(newestFirst.map((use) => use.callbackHost)).slice(0, limits.hosts),
    numbers: apps.flatMap(([, lines]) => toKnownNumbers(lines.slice(0, numbersAnApp))),
    more: apps.filter(([, lines]) => lines.length > numbersAnApp).map(([appId]) => appId),
  };
}

/** The list may write a number with more than digits; picking it would choose another one, so it is left out. */
export const toKnownNumbers = (lines: readonly KnownNumber[]): KnownNumberView[] =>
  lines
    .filter(({ number }) => /^[0-9]{2,20}$/.test(number))
    .map((line) => ({
      appId: line.appId,
      number: line.number,
      url: line.url === null ? null : maskUrlSecrets(line.url),
      label: labelOf(line),
      state: providerStateOf(line),
      code: line.providerState,
    }));

/** Each URL once, as history shows it; `bindingId` is what to reveal where a part is hidden. */
function toUrls(newestFirst: readonly BoundUse[]): Suggestions['urls'] {
  const uses = new Map<string, BoundUse>();
  for (const use of newestFirst)
    if (use.callbackUrl !== null && !uses.has(use.callbackUrl)) uses.set(use.callbackUrl, use);
  return [...uses].slice(0, limits.urls).map(([whole, { id, number }]) => {
    const url = maskUrlSecrets(whole);
    return { bindingId: id, number, url, hidden: url !== whole };
  });
}

const distinct = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
