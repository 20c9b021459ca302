import { randomUUID } from 'node:crypto';
import type { StartBatchInput } from '#lib/batches/schema.ts';

export type WantedLine = Partial<StartBatchInput['lines'][number]> & { number: string };

/** A batch as its page sends it, of the app that tests use, with every number seen as never bound before. */
export const wantsBatch = (
  lines: readonly WantedLine[],
  rest: Partial<StartBatchInput> = {},
): StartBatchInput => ({
  idempotencyKey: randomUUID(),
  title: null,
  reason: null,
  undoesBatchId: null,
  readings: [],
  confirmedCount: lines.length,
  lines: lines.map((each, index) => ({
    line: index + 1,
    appId: '1400000000',
    numberType: 'number',
    callbackUrl: 'https://new.acme.com/in',
    seen: null,
    ...each,
  })),
  ...rest,
});
