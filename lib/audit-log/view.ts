import type { ActorKind, LinkMaker, RecordedEvent } from '#lib/domain/recorded-event.ts';

/** What an admin sees of something recorded. `at` is UTC ISO 8601. */
export type EventView = RecordedEvent & {
  id: string;
  at: string;
  actor: { kind: ActorKind; id: string; name: string; email: string; address: string | null };
  /** How many acts were tried in that hour, for an event that counts them; else null. */
  count: number | null;
};

/**
 * The actor's password was reset by a link within 24 hours before: whoever had the link may have been the actor. `by` null: who
 * made the link is not known.
 */
export type ResetMark = { at: string; by: Pick<LinkMaker, 'id' | 'name'> | null };

/** One page, newest first. Cursors are opaque; null at an end. */
export type EventPage = { events: EventView[]; olderCursor: string | null; newerCursor: string | null };
