import type { LineSource } from '#components/bulk/new/use-dry-run.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

const tooLarge = () =>
  fail(problem('batch_file_too_large', { params: { limit: batchLimits.bytes / 2 ** 20 } }));

/** A chosen file as the worker reads it. One that is too large is not opened at all. */
export async function fileSource(file: File): Promise<Result<LineSource>> {
  if (file.size > batchLimits.bytes) return tooLarge();
  try {
    return ok({ from: 'file', name: file.name, content: { bytes: await file.arrayBuffer() } });
  } catch {
    // It was moved or changed after it was chosen.
    return fail(problem('batch_file_no_text'));
  }
}

/** Pasted text as the worker reads it. */
export const textSource = (text: string): Result<LineSource> =>
  text.length > batchLimits.bytes ? tooLarge() : ok({ from: 'text', name: '', content: { text } });
