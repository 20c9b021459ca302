import type { RecordedEvent } from '#lib/domain/recorded-event.ts';

/** What an admin sees of something recorded. `at` is UTC ISO 8601. */
export type EventView = RecordedEvent & {
  id: string;
  at: string;
  actor: { id: string; name: string; email: string; address: string | null };
};

/** One page, newest first. Cursors are opaque; null at an end. */
export type EventPage = { events: EventView[]; olderCursor: string | null; newerCursor: string | null };
