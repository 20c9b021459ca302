import { expect, it } from 'vitest';
import { changeBatch } from '#lib/batches/service.ts';
import { countLines } from '#lib/batches/store.ts';
import { waitedTooLong } from '#lib/delivery/send.ts';
import { requeueBinding } from '#lib/delivery/store-attempt.ts';
import { claimQueued } from '#lib/delivery/store-claim.ts';
import { begin, freshNumbers } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider } from '#lib/testing/bindings/bench.ts';

describeWithProvider('a batch that is stopped while a line is under way', (bench) => {
  /** A batch of two lines, one of them claimed, with what would stop it and what would queue the line up again. */
  const underWay = async () => {
    const id = await begin(
      bench(),
      freshNumbers(2).map((number) => ({ number })),
    );
    const { context } = bench();
    const claiming = {
      batchId: id,
      owner: context.owner,
      except: [],
      retiredApps: [],
      bodySha256Of: () => 'body',
      failPoint: null,
    };
    const claim = await claimQueued(context.db, claiming);
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    const { id: bindingId, attemptCount: n } = claim.binding;
    return {
      stop: () => changeBatch(context, ada, { batchId: id, to: 'stopped' }),
      requeue: () => requeueBinding(context.db, { bindingId, n }, waitedTooLong),
      counts: async () => (await countLines(context.db, id)).counts,
    };
  };

  it('leaves the line unsent when it has to queue up again afterwards', async () => {
    const { stop, requeue, counts } = await underWay();
    await stop();
    expect(await counts()).toEqual({ sending: 1, unsent: 1 });
    await requeue();
    expect(await counts()).toEqual({ unsent: 2 });
  });

  it('leaves no line queued when both come at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { stop, requeue, counts } = await underWay();
      await Promise.all(round % 2 === 0 ? [stop(), requeue()] : [requeue(), stop()]);
      expect(await counts()).toEqual({ unsent: 2 });
    }
  });
});
