import type { CDPSession, Page } from 'playwright/test';

type Usage = { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };

/** Sends a command to a worker of the page and waits for its answer. */
function askWorker(session: CDPSession, sessionId: string, method: string): Promise<unknown> {
  const id = Math.floor(Math.random() * 2 ** 30);
  return new Promise((resolve) => {
    const listen = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as { id?: number; result?: unknown };
      if (answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      resolve(answer.result);
    };
    session.on('Target.receivedMessageFromTarget', listen);
    void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
  });
}

const bytesOf = ({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage): number =>
  usedSize + embedderHeapUsedSize + backingStorageSize;

/** What a page and its workers hold after their rubbish was collected, in MiB; Chromium only. */
export async function heapMib(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId));
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  await session.send('HeapProfiler.collectGarbage');
  let bytes = bytesOf(await session.send('Runtime.getHeapUsage'));
  for (const worker of workers) {
    await askWorker(session, worker, 'HeapProfiler.collectGarbage');
    bytes += bytesOf((await askWorker(session, worker, 'Runtime.getHeapUsage')) as Usage);
  }
  await session.detach();
  return bytes / 2 ** 20;
}
