import 'server-only';
import type { Context } from '#lib/entry/context.ts';
import { type PageFailure, readPage } from '#lib/numbers/read-page.ts';
import {
  type Claim,
  failReading,
  restartReading,
  settleReading,
  storePage,
} from '#lib/numbers/store-list.ts';

/** From the most useful page to the documented default and below; the provider tells no limit. */
const pageSizes = [100, 50, 20, 10];
/** A list that changes while it is read is read again from the start, this often in all. */
const mostPasses = 3;
/** At 100 numbers a page half a million; a longer list is taken for an answer that makes no sense. */
const mostPages = 5_000;

type Pass =
  | { kind: 'whole' | 'shifted'; count: number; skipped: number }
  | { kind: 'shorter'; pageSize: number }
  | { kind: 'failed'; failure: PageFailure }
  /** The reading is somebody else's by now, or this process is stopping. */
  | { kind: 'lost' };

const senseless: PageFailure = { code: 'Unknown.UnexpectedAnswer', message: null, requestId: null };

/** Codes by which a page may be refused for its length. */
const mayBeTooLong = (code: string): boolean =>
  (/^(InvalidParameter(Value)?|LimitExceeded)(\.|$)/.test(code) && !/NotExist$/.test(code)) ||
  code === 'ResponseSizeLimitExceeded' ||
  code === 'Unknown.AnswerTooLarge';

/** Goes through the list once, from page 0, storing each page as it comes. */
async function readOnce(
  context: Context,
  claim: Claim,
  { pageSize, goesOn }: { pageSize: number; goesOn: () => boolean },
): Promise<Pass> {
  const seen = new Set<string>();
  let lines = 0;
  let skipped = 0;
  let total: number | null = null;
  for (let pageNumber = 0; pageNumber < mostPages; pageNumber += 1) {
    if (!goesOn()) return { kind: 'lost' };
    const answer = await readPage(context, { sdkAppId: claim.appId, pageNumber, pageSize });
    if (!answer.ok) {
      const next = mayBeTooLong(answer.failure.code) ? pageSizes.find((size) => size < pageSize) : undefined;
      if (next === undefined) return { kind: 'failed', failure: answer.failure };
      return { kind: 'shorter', pageSize: next };
    }
    const { page } = answer;
    const expected = Math.min(pageSize, page.total - lines);
    lines += page.lineCount;
    skipped += page.lineCount - page.numbers.length;
    for (const { number } of page.numbers) seen.add(number);
    if (!(await storePage(context.db, claim, { numbers: page.numbers, found: seen.size })))
      return { kind: 'lost' };
    // Some services cut a page that is too long instead of refusing it.
    const isCut = pageNumber === 0 && page.lineCount > 0 && page.lineCount < expected;
    if (isCut) return { kind: 'shorter', pageSize: page.lineCount };
    total ??= page.total;
    if (page.total !== total || page.lineCount < expected)
      return { kind: 'shifted', count: seen.size, skipped };
    if (lines >= total) {
      const whole = seen.size + skipped === total;
      return { kind: whole ? 'whole' : 'shifted', count: seen.size, skipped };
    }
  }
  return { kind: 'failed', failure: senseless };
}

/** Reads the list of an app's numbers to its end and stores what became of it. */
export async function readList(context: Context, begun: Claim, goesOn: () => boolean): Promise<void> {
  const { db } = context;
  let claim: Claim | null = begun;
  let pageSize = pageSizes[0] ?? 20;
  for (let passes = 1; claim !== null; claim = await restartReading(db, claim)) {
    const pass = await readOnce(context, claim, { pageSize, goesOn });
    if (pass.kind === 'lost') return;
    if (pass.kind === 'failed') return failReading(db, claim, pass.failure);
    if (pass.kind === 'shorter') {
      pageSize = pass.pageSize;
      continue;
    }
    if (pass.kind === 'whole' || passes >= mostPasses)
      return settleReading(db, claim, { ...pass, whole: pass.kind === 'whole' });
    passes += 1;
  }
}
