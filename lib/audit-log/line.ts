import type { EventRow } from '#lib/audit-log/store.ts';
import { actorKindOf, type RecordedEvent } from '#lib/domain/recorded-event.ts';

/** What a person may have typed into a search or a name: a URL holds secrets, so none leaves by a line. */
const anyUrl = /[a-z][a-z0-9+.-]*:\/\/[^\s"\\]*/gi;

/** What an event's line on stdout says. Numbers are shortened where the line is written, as in every line. */
export function toLine({ id, at, kind, details, ...row }: EventRow): object {
  const event = { kind, details } as RecordedEvent;
  return withoutUrls({
    id,
    at: at.toISOString(),
    kind,
    actor: { kind: actorKindOf(row.actorId), id: row.actorId, name: row.actorName, email: row.actorEmail },
    address: row.actorAddress,
    details: shortDetails(event),
  });
}

function shortDetails(event: RecordedEvent): object {
  if (event.kind !== 'export') return event.details;
  // The search may hold typed text, percent-encoded.
  const { query: _query, newest: _newest, ...rest } = event.details;
  return rest;
}

const withoutUrls = (line: object): object => JSON.parse(JSON.stringify(line).replace(anyUrl, '[url]'));
