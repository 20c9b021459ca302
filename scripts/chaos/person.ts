import type { BatchLinesPage, BatchView, StartBatchAnswer } from '#lib/batches/view.ts';
import type { BindAnswer } from '#lib/bind-number/view.ts';
import type { BindingDetailView, BindingView, NumberFacts } from '#lib/bindings/view.ts';
import type { BatchState } from '#lib/domain/batch.ts';
import { paths } from '#lib/paths.ts';
import {
  bindOver,
  changeBatchOver,
  type Heard,
  readFactsOver,
  repeatOver,
  retryBatchOver,
  type Seat,
  startBatchOver,
} from '#scripts/campaign/action-client.ts';
import type { Told } from '#scripts/chaos/client-record.ts';
import {
  appId,
  type BindWish,
  bindInput,
  type LineWish,
  type StartWish,
  startInput,
} from '#scripts/chaos/intent.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

/** Somebody signed in at a server, who uses it as the browser does: actions and routes over HTTP. */
export class Person {
  readonly at: Seat;
  private readonly told: Told;

  constructor(at: Seat, told: Told) {
    this.at = at;
    this.told = told;
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.at.origin}${path}`, { headers: { cookie: this.at.cookie } });
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T; // our own route's answer
  }

  /** Binds at the form; the number's newest binding is read first, unless the wish names one. */
  async bind(wish: BindWish, signal?: AbortSignal): Promise<Heard<BindAnswer>> {
    const seen = wish.seen === undefined ? (await this.facts(wish.number)).newestBindingId : wish.seen;
    const input = bindInput({ ...wish, seen });
    this.told.ask(input.idempotencyKey);
    const heard = await bindOver(this.at, input, signal);
    this.told.hear(input.idempotencyKey, bindingIn(heard)?.state ?? null);
    return heard;
  }

  /** The same, for when an answer with a binding has to come. */
  async bindNow(wish: BindWish): Promise<BindingView> {
    return requireBinding(await this.bind(wish));
  }

  /** Presses "Send again" at an unknown binding. */
  async repeat({ id, attemptCount }: Pick<BindingView, 'id' | 'attemptCount'>): Promise<BindingView> {
    return requireBinding(await repeatOver(this.at, { bindingId: id, afterAttempt: attemptCount }));
  }

  facts(number: string): Promise<NumberFacts> {
    const query = new URLSearchParams({ app: appId, number });
    return this.get(`${paths.api.numberFacts}?${query}`);
  }

  binding(id: string): Promise<BindingDetailView> {
    return this.get(paths.api.binding(id));
  }

  /** Dry run, then start: answers as the action does. */
  async askBatch(lines: readonly LineWish[], wish: StartWish): Promise<Heard<StartBatchAnswer>> {
    const keys = lines.map(({ number }) => ({ appId, number }));
    const known = await readFactsOver(this.at, { keys, batchKey: wish.key });
    if (known === 'lost' || !known.ok) return 'lost';
    const seen = known.value.facts.map((fact) => fact?.newestBindingId ?? null);
    return this.sendBatch(lines, { ...wish, seen });
  }

  /** Starts without a dry run of now: with what an earlier one saw. */
  async sendBatch(
    lines: readonly LineWish[],
    wish: StartWish & { seen: readonly (string | null)[] },
  ): Promise<Heard<StartBatchAnswer>> {
    const input = startInput(lines, wish);
    this.told.askBatch(input);
    const heard = await startBatchOver(this.at, input);
    if (heard !== 'lost' && heard.ok && heard.value.kind === 'started')
      this.told.hearBatch(input, heard.value.batchId);
    return heard;
  }

  async startBatch(lines: readonly LineWish[], wish: StartWish): Promise<string> {
    const heard = await this.askBatch(lines, wish);
    if (heard === 'lost' || !heard.ok || heard.value.kind !== 'started')
      throw new Error(`The batch was not started: ${JSON.stringify(heard)}`);
    return heard.value.batchId;
  }

  /** The same for numbers, each to a URL of its own. */
  startNumbers(numbers: readonly string[], wish: StartWish): Promise<string> {
    return this.startBatch(
      numbers.map((number) => ({ number })),
      wish,
    );
  }

  changeBatch(batchId: string, to: 'paused' | 'running' | 'stopped'): Promise<Heard<BatchView>> {
    return changeBatchOver(this.at, { batchId, to });
  }

  retryBatch(batchId: string, bindingIds: readonly string[]): Promise<Heard<{ count: number }>> {
    return retryBatchOver(this.at, { batchId, bindingIds: [...bindingIds], mended: [] });
  }

  batch(id: string): Promise<BatchView> {
    return this.get(paths.api.batch(id));
  }

  /** Waits until a batch stands there with nothing under way. */
  batchAt(id: string, states: readonly BatchState[], withinMs = 90_000): Promise<BatchView> {
    const look = async () => {
      const batch = await this.batch(id).catch(() => null);
      return batch !== null && states.includes(batch.state) && batch.counts.sending === 0 ? batch : null;
    };
    return waitFor(`batch ${id} to be ${states.join(' or ')}`, look, { withinMs });
  }

  /** All lines in their order, each with the newest binding, and every attempt of it. */
  async lines(batchId: string): Promise<BindingDetailView[]> {
    const details: BindingDetailView[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: BatchLinesPage = await this.get(`${paths.api.batchLines(batchId)}?after=${after}`);
      for (const { binding } of page.lines) details.push(await this.binding(binding.id));
      after = page.nextAfter;
    }
    return details;
  }
}

export const bindingIn = (heard: Heard<BindAnswer>): BindingView | null =>
  heard !== 'lost' && heard.ok && heard.value.kind === 'settled' ? heard.value.binding : null;

function requireBinding(heard: Heard<BindAnswer>): BindingView {
  const binding = bindingIn(heard);
  if (binding === null) throw new Error(`No binding came: ${JSON.stringify(heard)}`);
  return binding;
}
