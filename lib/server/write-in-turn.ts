import { randomUUID } from 'node:crypto';
import { type ExportQueue, exportQueue, type Turn } from '#lib/server/export-queue.ts';

type Part = string | Uint8Array;

/**
 * A reader that takes nothing for so long, in ms, gives its turn back and waits for another when it goes on. While it reads
 * nothing is computed for it, and a slow line must hold nobody up.
 */
const stalledMs = 1_000;

type InTurn = {
  /** Of a recorded export, whose turn may be reserved; any for another file. */
  id?: string;
  personId: string;
  queue?: ExportQueue;
};

/**
 * The same parts, each made only while it is this file's turn; the first is waited for. The turn ends with the last part, a
 * failure, or a reader that leaves, also one that leaves while it waits.
 */
export function writeInTurn(
  parts: AsyncIterable<Part>,
  { id = randomUUID(), personId, queue = exportQueue() }: InTurn,
): AsyncIterable<Part> {
  return {
    [Symbol.asyncIterator]() {
      const inner = parts[Symbol.asyncIterator]();
      let turn: Turn | undefined;
      let stalled: NodeJS.Timeout | undefined;
      const endTurn = () => {
        clearTimeout(stalled);
        turn?.end();
        turn = undefined;
      };
      return {
        async next() {
          clearTimeout(stalled);
          turn ??= queue.take(id, personId);
          if (!(await turn.ready)) return { done: true, value: undefined };
          try {
            const part = await inner.next();
            if (part.done) endTurn();
            else stalled = setTimeout(endTurn, stalledMs).unref();
            return part;
          } catch (error) {
            endTurn();
            throw error;
          }
        },
        async return() {
          endTurn();
          await inner.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
