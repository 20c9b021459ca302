/**
 * How a person decided that lines of a batch are read, for all that left the same open. `question` and `group` as
 * `meaningGroup` names them; `lines`: ranges of line numbers, such as 2-9412,9500.
 */
export type BatchReading = { question: string; group: string; lines: string };

/** A batch binds what its lines say, or takes back what another batch bound. */
export const batchKinds = ['bind', 'undo'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** `paused` by a person or by the machine goes on with one button; `stopped` and `done` are final for what is queued. */
export const batchStates = ['running', 'paused', 'stopped', 'done'] as const;
export type BatchState = (typeof batchStates)[number];

/** Where a line of a batch stands: as its newest binding does. */
export const lineStates = ['queued', 'sending', 'bound', 'refused', 'unknown', 'unsent'] as const;
export type LineState = (typeof lineStates)[number];

/** Our own codes for lines that nobody sent. */
export const unsentCodes = {
  stopped: 'Unsent.Stopped',
  changed: 'Unsent.ChangedMeanwhile',
  retired: 'Unsent.AppRetired',
} as const;

/**
 * Shown on the page before they matter. `columns`: filled ones; the console's own export of history has 24, those of others
 * often twice as many. `places`: with the blank ones between them.
 */
export const batchLimits = {
  bytes: 5 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  places: 1_000,
  fieldBytes: 4096,
} as const;

/** Of a workbook: what its zip directory may announce, and what may come out of it. */
export const workbookLimits = { unpackedBytes: 64 * 1024 * 1024, entries: 1_000, cells: 4_000_000 } as const;

/** Over so many lines the count is typed to confirm. */
export const typedConfirmationOver = 50;

/** What a column of a table can hold for a batch. Here, since the page needs it without what reads a table. */
export const batchColumns = ['app', 'number', 'numberType', 'callbackUrl'] as const;
export type Column = (typeof batchColumns)[number];
