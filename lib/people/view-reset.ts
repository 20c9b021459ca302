import type { LinkMaker } from '#lib/domain/recorded-event.ts';

/** A password that was reset by a link. Times are UTC ISO 8601. */
export type ResetView = {
  id: string;
  at: string;
  /** From where the link was used; null where that is not known. */
  address: string | null;
  person: { name: string; email: string };
  /** Null: an earlier version made the link. */
  by: LinkMaker | null;
  /** The person has confirmed that they know of it; always false where admins see it. */
  confirmed: boolean;
};
