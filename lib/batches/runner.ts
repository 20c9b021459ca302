import 'server-only';
import { countFault, finish, forgetFaults, listRunning } from '#lib/batches/store.ts';
import { type Doubtful, listDoubtful } from '#lib/batches/store-unknown.ts';
import { onPoke } from '#lib/batches/wake-runner.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { monotonicMs } from '#lib/clock.ts';
import { leaseMs } from '#lib/delivery/limits.ts';
import { prepare } from '#lib/delivery/send.ts';
import { type QueuedSend, sendQueued } from '#lib/delivery/send-queued.ts';
import { claimQueued } from '#lib/delivery/store-claim.ts';
import { storeRepeat } from '#lib/delivery/store-repeat.ts';
import type { Context } from '#lib/entry/context.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';
import { log } from '#lib/server/log.ts';

/** Lines this process has claimed and that wait for their turn: few, so that a pause takes hold at once. */
const mostWaiting = 3;
/** Requests under way at once: at twenty a second enough for a provider that takes three seconds. */
const mostFlying = 64;
/** How often it is looked for what other processes started, in ms. */
const lookEveryMs = 500;
/** How long a line is left alone whose number is being sent to, and one that has to queue up again, in ms. */
const restMs = 1_000;

/**
 * Sends the lines of all running batches, in turn, until it is stopped: claims one, sends it at its turn, and claims the
 * next as soon as that has left. Any number of processes may do so on one database. Gives back what ends it, which waits
 * for what is under way.
 */
export function startRunner(context: Context): () => Promise<void> {
  const runner = new Runner(context);
  const over = runner.run();
  return async () => {
    runner.stop();
    await over;
  };
}

type Work = { batchId: string; binding: BindingRow; leasedUntilMs: number; wasUnknown: boolean };

class Runner {
  private stopped = false;
  private waiting = 0;
  private readonly flying = new Set<Promise<void>>();
  /** Until when a binding is left alone, on this process's clock. */
  private readonly resting = new Map<string, number>();
  /** Batches whose last sends failed for the key, the clock or the network. */
  private readonly faulty = new Set<string>();
  private wake: () => void = () => {};
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  async run(): Promise<void> {
    onPoke(() => this.wake());
    while (!this.stopped) {
      const found = await this.round().catch((error: unknown) => {
        log.error(
          { name: error instanceof Error ? error.name : 'unknown' },
          'batches could not be looked at',
        );
        return false;
      });
      if (!found && !this.stopped) await this.sleep(lookEveryMs);
    }
    onPoke(null);
    await Promise.all(this.flying);
  }

  /** One line of each running batch. False when none had one. */
  private async round(): Promise<boolean> {
    let found = false;
    for (const { id } of await listRunning(this.context.db)) {
      while (!this.stopped && (this.waiting >= mostWaiting || this.flying.size >= mostFlying))
        await this.sleep(lookEveryMs);
      if (this.stopped) return found;
      const work = (await this.claim(id)) ?? (await this.claimDoubtful(id));
      if (work === null) continue;
      found = true;
      this.send(work);
    }
    return found;
  }

  private async claim(batchId: string): Promise<Work | null> {
    const { db, owner, gateway, failPoint } = this.context;
    const bodySha256Of = (binding: BindingRow) => prepare(gateway, binding).bodySha256;
    for (;;) {
      const leasedUntilMs = monotonicMs() + leaseMs;
      const except = this.restingNow();
      // Read again for each line, so that no server sends a line after its app was retired.
      const retiredApps = (await this.context.knownApps())
        .filter(({ retired }) => retired)
        .map(({ id }) => id);
      const claim = await claimQueued(db, {
        batchId,
        owner,
        except,
        retiredApps,
        bodySha256Of,
        failPoint,
      });
      if (claim.kind === 'busy') this.resting.set(claim.bindingId, monotonicMs() + restMs);
      if (claim.kind === 'none') return null;
      if (claim.kind === 'claimed') {
        reachFailPoint(failPoint, 'after-claim-commit');
        return { batchId, binding: claim.binding, leasedUntilMs, wasUnknown: false };
      }
    }
  }

  /** After everything that was queued: what may or may not have been applied is sent again, with the same value. */
  private async claimDoubtful(batchId: string): Promise<Work | null> {
    const { db } = this.context;
    const { ready, waiting } = await listDoubtful(db, batchId);
    for (const each of ready) {
      const work = await this.reassert(batchId, each);
      if (work !== null) return work;
    }
    if (ready.length === 0 && waiting === 0) await finish(db, batchId);
    return null;
  }

  private async reassert(batchId: string, { bindingId, attemptCount }: Doubtful): Promise<Work | null> {
    const { db, owner, gateway, failPoint } = this.context;
    const binding = await findBinding(db, bindingId);
    if (binding === null) return null;
    const { bodySha256 } = prepare(gateway, binding);
    const leasedUntilMs = monotonicMs() + leaseMs;
    reachFailPoint(failPoint, 'before-reassert-commit');
    const stored = await storeRepeat(db, binding, {
      afterAttempt: attemptCount,
      owner,
      bodySha256,
      why: 'reassert',
    });
    reachFailPoint(failPoint, 'after-reassert-commit');
    return stored.kind === 'stored'
      ? { batchId, binding: stored.binding, leasedUntilMs, wasUnknown: true }
      : null;
  }

  private send({ batchId, binding, ...lease }: Work): void {
    this.waiting += 1;
    let waits = true;
    const onTurn = () => {
      if (!waits) return;
      waits = false;
      this.waiting -= 1;
      this.wake();
    };
    const flight = sendQueued(this.context, binding, { ...lease, onTurn })
      .then((result) => this.judge(batchId, binding.id, result))
      .catch((error: unknown) => {
        // The attempt's lease ends, and recovery settles it as unknown.
        log.error(
          { bindingId: binding.id, name: error instanceof Error ? error.name : 'unknown' },
          'a line was not settled',
        );
      })
      .finally(() => {
        onTurn();
        this.flying.delete(flight);
        this.wake();
      });
    this.flying.add(flight);
  }

  private async judge(batchId: string, bindingId: string, { kind, fault }: QueuedSend): Promise<void> {
    const { db } = this.context;
    if (kind === 'requeued') this.resting.set(bindingId, monotonicMs() + restMs);
    if (fault !== null) {
      this.faulty.add(batchId);
      return countFault(db, batchId, fault);
    }
    if (kind === 'settled' && this.faulty.delete(batchId)) await forgetFaults(db, batchId);
  }

  private restingNow(): string[] {
    for (const [id, untilMs] of this.resting) if (untilMs < monotonicMs()) this.resting.delete(id);
    return [...this.resting.keys()];
  }

  private sleep(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.wake = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }
}
