import 'server-only';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkbookCell } from '#lib/domain/workbook-xml.ts';
import type { ThreadAnswer, ThreadMessage } from '#lib/exports/workbook-thread.ts';

/** The thread's heap, in MB: it packs as it goes and keeps no row. */
const heap = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 };

/**
 * A workbook of one sheet in parts, packed in a thread of its own: here it would hold every other request. The next rows
 * are asked for when what was packed has been taken; the thread ends with the last part, or when nobody reads on.
 */
export async function* writeWorkbook(
  batches: AsyncIterable<WorkbookCell[][]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib/exports/workbook-thread.ts');
  const thread = new Worker(/* turbopackIgnore: true */ file, {
    // Flags of the process itself are not for a thread that needs none.
    execArgv: [],
    env: {},
    resourceLimits: heap,
  });
  try {
    const tell = async (message: ThreadMessage): Promise<Uint8Array<ArrayBuffer>[]> => {
      const answered = once(thread, 'message');
      thread.postMessage(message);
      const [answer] = (await answered) as [ThreadAnswer];
      return answer.chunks;
    };
    for await (const rows of batches) yield* await tell({ rows });
    yield* await tell('end');
  } finally {
    await thread.terminate();
  }
}
