import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BatchesPage, BatchLinesPage, BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';
import type { FailPoint } from '#lib/server/fail-point.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import { dice } from '#lib/testing/seed/pools.ts';
import {
  changeBatchOver,
  readFactsOver,
  readOver,
  retryBatchOver,
  type Seat,
} from '#scripts/campaign/action-client.ts';
import {
  type AskedBatch,
  type AskedBind,
  askBatch,
  askBind,
  askedBatch,
  askedBind,
  askRepeat,
  isOpen,
} from '#scripts/campaign/kill-asks.ts';
import {
  appId,
  batchOf,
  bindOf,
  cutOff,
  drawTrouble,
  numberAt,
  throttling,
} from '#scripts/campaign/kill-lines.ts';

/** With fewer lines than this waiting a further batch is started, so that no process is ever without work. */
const enoughWaiting = 80;
/** So many requests of people are under way at most. */
const mostAsks = 8;
/** How often the newest batches are looked at, and a place is led to, in ms. */
const lookEveryMs = 1_000;

/** The people at the consoles: they start batches, bind numbers, ask again what got no answer, and change their minds. */
export class People {
  readonly binds: AskedBind[] = [];
  readonly batches: AskedBatch[] = [];
  /** Refused bindings whose lines are sent anew, as somebody was told. */
  readonly sentAnew: string[] = [];
  private readonly asks = new Set<Promise<void>>();
  private readonly roll: (below: number) => number;
  private readonly seat: Seat;
  private readonly simulator: Simulator;
  /** The newest batches as they were seen last. */
  private shown: BatchView[] = [];
  private numbers = 0;
  private lookedAtMs = 0;
  private ledAtMs = 0;

  constructor(seat: Seat, { simulator, seed }: { simulator: Simulator; seed: number }) {
    this.seat = seat;
    this.simulator = simulator;
    this.roll = dice(seed);
  }

  /** Goes on until it is told to end; leads processes to the places they are to die at. */
  async live(wanted: ReadonlySet<FailPoint>, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await this.look();
      await this.lead(wanted);
      // What nobody has answered yet is asked again before more is added to it.
      if (this.batches.some(isOpen)) this.askAgain();
      else if (this.waiting() < enoughWaiting) await this.startBatch(5 + this.roll(56));
      else await this.doSomething(this.roll(100));
      await pause(100 + this.roll(300));
    }
    await Promise.all(this.asks);
  }

  /** Lines that wait to be sent, as far as the people know. */
  private waiting(): number {
    const shown = this.shown.filter(({ state }) => state === 'running');
    const seen = new Set(this.shown.map(({ id }) => id));
    const unseen = this.batches.slice(-5).filter(({ told }) => told !== null && !seen.has(told));
    return (
      shown.reduce((sum, { counts }) => sum + counts.queued, 0) +
      unseen.reduce((sum, { lines }) => sum + lines, 0)
    );
  }

  private async look(): Promise<void> {
    if (Date.now() - this.lookedAtMs < lookEveryMs) return;
    const page = await readOver<BatchesPage>(this.seat, paths.api.batches);
    if (page === null) return;
    this.shown = page.batches;
    this.lookedAtMs = Date.now();
  }

  /** Brings about what a process waits for at the place where it is to die. Most places every line comes to. */
  private async lead(wanted: ReadonlySet<FailPoint>): Promise<void> {
    if (wanted.size === 0 || Date.now() - this.ledAtMs < lookEveryMs) return;
    this.ledAtMs = Date.now();
    const wants = (name: string) => [...wanted].some((place) => place.endsWith(`${name}-commit`));
    if (wants('intent')) this.bindFresh();
    if (wants('batch')) await this.startBatch(1 + this.roll(60));
    if (wants('stop')) await this.stopOne();
    if (wants('requeue')) await this.simulator.control.addFault({ when: {}, times: 2, fault: throttling });
    if (wants('reassert')) await this.startBatch(2, true);
  }

  private async doSomething(draw: number): Promise<void> {
    if (draw < 40) this.bindFresh();
    else if (draw < 50) this.bindQueued();
    else if (draw < 65) this.askAgain();
    else if (draw < 80) this.repeatUnknown();
    else if (draw < 90) await this.pauseOrResume();
    else if (draw < 92) await this.stopOne();
    else if (draw < 96) await this.retryRefused();
  }

  private ask(request: Promise<void>): void {
    const asking = request.finally(() => this.asks.delete(asking));
    this.asks.add(asking);
  }

  private freshNumber(): string {
    this.numbers += 1;
    return numberAt(this.numbers);
  }

  private bind(number: string): void {
    if (this.asks.size >= mostAsks) return;
    const asked = askedBind(bindOf(number, this.binds.length));
    this.binds.push(asked);
    this.ask(askBind(this.seat, asked));
  }

  private bindFresh(): void {
    this.bind(this.freshNumber());
  }

  /** Somebody binds by hand what waits in a batch. */
  private bindQueued(): void {
    const line = this.pick(this.pick(this.batches.slice(-4))?.input.lines ?? []);
    if (line) this.bind(line.number);
  }

  private async startBatch(size: number, doubtful = false): Promise<void> {
    if (this.asks.size >= mostAsks) return;
    const fresh = Array.from({ length: size }, () => ({ number: this.freshNumber(), seen: null }));
    const known = this.roll(3) === 0 && !doubtful ? await this.dryRun() : [];
    for (const { number } of fresh) {
      const trouble = doubtful ? { when: { number }, fault: cutOff } : drawTrouble(number, this.roll);
      if (trouble) await this.simulator.control.addFault(trouble);
    }
    const asked = askedBatch(batchOf([...known, ...fresh], this.batches.length));
    this.batches.push(asked);
    this.ask(askBatch(this.seat, asked));
  }

  /** Some lines of an earlier batch, to be bound to something else. */
  private async dryRun(): Promise<{ number: string; seen: string | null }[]> {
    const lines = this.pick(this.batches)?.input.lines.slice(0, 10) ?? [];
    const keys = lines.map(({ number }) => ({ appId, number }));
    const heard = await readFactsOver(this.seat, { keys, batchKey: randomUUID() });
    if (heard === 'lost' || !heard.ok) return [];
    return lines.map(({ number }, place) => ({
      number,
      seen: heard.value.facts[place]?.newestBindingId ?? null,
    }));
  }

  private askAgain(): void {
    const bind = this.pick(this.binds.filter(isOpen));
    const batch = this.pick(this.batches.filter(isOpen));
    if (bind) this.ask(askBind(this.seat, bind));
    if (batch) this.ask(askBatch(this.seat, batch));
  }

  private repeatUnknown(): void {
    const asked = this.pick(this.binds.filter(({ told }) => told === 'unknown').slice(-20));
    if (asked) this.ask(askRepeat(this.seat, asked));
  }

  private async pauseOrResume(): Promise<void> {
    const paused = this.shown.find(({ state }) => state === 'paused');
    const running = this.shown.filter(({ state, counts }) => state === 'running' && counts.queued > 0);
    const batchId = paused?.id ?? (running.length > 2 ? this.pick(running)?.id : undefined);
    if (batchId) await changeBatchOver(this.seat, { batchId, to: paused ? 'running' : 'paused' });
  }

  private async stopOne(): Promise<void> {
    const batch = this.pick(this.shown.filter(({ state }) => state === 'running'));
    if (batch) await changeBatchOver(this.seat, { batchId: batch.id, to: 'stopped' });
  }

  private async retryRefused(): Promise<void> {
    const batchId = this.pick(this.shown.filter(({ counts }) => counts.refused > 0))?.id;
    if (!batchId) return;
    const page = await readOver<BatchLinesPage>(this.seat, `${paths.api.batchLines(batchId)}?state=refused`);
    const bindingIds = page?.lines.map(({ binding }) => binding.id) ?? [];
    if (bindingIds.length === 0) return;
    const heard = await retryBatchOver(this.seat, { batchId, bindingIds, mended: [] });
    if (heard !== 'lost' && heard.ok) this.sentAnew.push(...bindingIds);
  }

  private pick<T>(rows: readonly T[]): T | undefined {
    return rows.length === 0 ? undefined : rows[this.roll(rows.length)];
  }
}
