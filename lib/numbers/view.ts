import type { NumberFacts } from '#lib/bindings/view.ts';
import type { NumberLabel, ProviderState } from '#lib/domain/numbers/number-state.ts';

/** What the provider's list says of a number. */
export type ProviderFacts = {
  state: ProviderState;
  /** The provider's State as it came, for `other`. */
  code: number | null;
  /** When the list last held it, UTC ISO 8601. */
  readAt: string | null;
};

/** One line of the board. */
export type NumberLine = NumberFacts & { appName: string; label: NumberLabel; provider: ProviderFacts };

/** A page of the board, by app and number. Cursors are opaque; null at an end. */
export type NumbersPage = {
  rows: NumberLine[];
  nextCursor: string | null;
  previousCursor: string | null;
  /** Exact up to the limit, else a lower bound shown as `10,000+`. */
  total: { count: number; exact: boolean };
};

/** Hosts that numbers were last bound to, most numbers first. */
export type HostsPage = {
  hosts: { host: string; numbers: number; urls: number }[];
  /** Further hosts exist: narrow the search to see them. */
  more: boolean;
  /** Numbers that match without a known URL. */
  withoutUrl: number;
};

/** The URLs of one host, most numbers first, each with the first of its numbers. */
export type HostUrls = {
  urls: { url: string; numbers: number; first: { appId: string; number: string }[] }[];
  more: boolean;
};

/** How the provider's list of an app's numbers was last read. Times are UTC ISO 8601. */
export type ListView = {
  appId: string;
  appName: string;
  /** Null: never read as a whole. */
  read: { at: string; by: string; count: number; skipped: number } | null;
  /** Under way right now. */
  reading: { by: string; count: number } | null;
  /** Of the last try, while none has worked since. */
  failure: {
    at: string;
    code: string;
    message: string | null;
    requestId: string | null;
    /** The action that the key's policy does not allow, if that was the reason. */
    missingAction: string | null;
  } | null;
};
