import type { KnownNumberView, Suggestions } from '#lib/bindings/view.ts';
import { labelOf, providerStateOf } from '#lib/domain/number-state.ts';
import { isSentForm } from '#lib/domain/phone-number.ts';

/** What URLs and hosts are offered from: a bound binding, newest first. */
export type BoundUse = {
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
    urls: distinct(newestFirst.map((use) => use.callbackUrl)).slice(0, limits.urls),
    hosts: distinct(newestFirst.map((use) => use.callbackHost)).slice(0, limits.hosts),
    numbers: apps.flatMap(([, lines]) => toKnownNumbers(lines.slice(0, numbersAnApp))),
    more: apps.filter(([, lines]) => lines.length > numbersAnApp).map(([appId]) => appId),
  };
}

/** The list may write a number in a way that is not sent; picking it would choose another one, so it is left out. */
export const toKnownNumbers = (lines: readonly KnownNumber[]): KnownNumberView[] =>
  lines
    .filter(({ number }) => isSentForm(number))
    .map((line) => ({
      appId: line.appId,
      number: line.number,
      url: line.url,
      label: labelOf(line),
      state: providerStateOf(line),
      code: line.providerState,
    }));

const distinct = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
