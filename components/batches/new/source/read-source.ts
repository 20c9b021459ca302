import type { LineSource } from '#components/batches/new/lines/use-dry-run.ts';
import { tooLarge } from '#lib/batches/lines/decode.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** A chosen file as the worker reads it. Of one that is too large no more is read than tells where. */
export async function fileSource(file: File): Promise<Result<LineSource>> {
  try {
    if (file.size <= batchLimits.bytes)
      return ok({ from: 'file', name: file.name, content: { bytes: await file.arrayBuffer() } });
    return fail(tooLarge(new Uint8Array(await file.slice(0, batchLimits.bytes).arrayBuffer())));
  } catch {
    // It was moved or changed after it was chosen.
    return fail(problem('batch_file_gone'));
  }
}

/** Pasted text as the worker reads it. */
export function textSource(text: string): Result<LineSource> {
  // A character has at most three bytes.
  const bytes = text.length * 3 > batchLimits.bytes ? new TextEncoder().encode(text) : null;
  return bytes && bytes.length > batchLimits.bytes
    ? fail(tooLarge(bytes))
    : ok({ from: 'text', name: '', content: { text } });
}
