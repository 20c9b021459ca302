import type { StartBatchInput } from '#lib/batches/schema.ts';
import type { BindingState } from '#lib/domain/outcome.ts';
import type { BatchIntent, Intent } from '#scripts/campaign/history-facts.ts';

/** What people asked for under which key, and the last they were told: what history is held to at the end. */
export class Told {
  private readonly bindings = new Map<string, Intent>();
  private readonly batches = new Map<string, BatchIntent>();

  ask(key: string): void {
    if (!this.bindings.has(key)) this.bindings.set(key, { key, told: null });
  }

  /** Null: no answer came, which takes back nothing that was told before. */
  hear(key: string, told: BindingState | null): void {
    if (told !== null) this.bindings.set(key, { key, told });
  }

  askBatch({ idempotencyKey: key, lines }: StartBatchInput): void {
    if (!this.batches.has(key)) this.batches.set(key, { key, lines: lines.length, told: null });
  }

  hearBatch({ idempotencyKey: key, lines }: StartBatchInput, told: string): void {
    this.batches.set(key, { key, lines: lines.length, told });
  }

  all(): { intents: Intent[]; batchIntents: BatchIntent[] } {
    return { intents: [...this.bindings.values()], batchIntents: [...this.batches.values()] };
  }
}
