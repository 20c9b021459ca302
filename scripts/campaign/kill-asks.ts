import type { StartBatchInput } from '#lib/batches/schema.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import { bindOver, repeatOver, type Seat, startBatchOver } from '#scripts/campaign/action-client.ts';
import type { BatchIntent, Intent } from '#scripts/campaign/history-facts.ts';

/** One bind that a person asked for, and where it stands as far as they were told. */
export type AskedBind = Intent & {
  input: BindInput;
  /** The row and its attempts that they saw last. */
  row: { id: string; attemptCount: number } | null;
  /** They were told that nothing was stored, so that they don't ask again. */
  declined: boolean;
};
export type AskedBatch = BatchIntent & { input: StartBatchInput; declined: boolean };

export const askedBind = (input: BindInput): AskedBind => ({
  key: input.idempotencyKey,
  told: null,
  input,
  row: null,
  declined: false,
});

export const askedBatch = (input: StartBatchInput): AskedBatch => ({
  key: input.idempotencyKey,
  lines: input.lines.length,
  told: null,
  input,
  declined: false,
});

/** Sends the bind, as often as it is called under the same key, and notes what is told. */
export async function askBind(seat: Seat, asked: AskedBind): Promise<void> {
  const heard = await bindOver(seat, asked.input);
  if (heard === 'lost' || !heard.ok) return;
  if (heard.value.kind === 'settled') note(asked, heard.value.binding);
  else asked.declined = true;
}

/** Sends an unknown bind once more, as the person who sees it may. */
export async function askRepeat(seat: Seat, asked: AskedBind): Promise<void> {
  if (asked.row === null) return;
  const { id: bindingId, attemptCount: afterAttempt } = asked.row;
  const heard = await repeatOver(seat, { bindingId, afterAttempt });
  if (heard !== 'lost' && heard.ok && heard.value.kind === 'settled') note(asked, heard.value.binding);
}

function note(asked: AskedBind, binding: { id: string; state: Intent['told']; attemptCount: number }): void {
  const { id, state, attemptCount } = binding;
  asked.row = { id, attemptCount };
  asked.told = state;
}

export async function askBatch(seat: Seat, asked: AskedBatch): Promise<void> {
  const heard = await startBatchOver(seat, asked.input);
  if (heard === 'lost' || !heard.ok) return;
  if (heard.value.kind === 'started') asked.told = heard.value.batchId;
  else asked.declined = true;
}

/** Nobody has told yet how it went. */
export const isOpen = ({ told, declined }: AskedBind | AskedBatch): boolean => told === null && !declined;
