import 'server-only';
import type { Stored, WantedBinding } from '#lib/bind-number/store-binding.ts';
import type { BindAnswer } from '#lib/bind-number/view.ts';
import { findClockSkew } from '#lib/bindings/store-detail.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { findBinding, findBoundBefore } from '#lib/bindings/store-find.ts';
import { toBindingView, toCurrent, toNumberFacts, type Visibility } from '#lib/bindings/to-view.ts';
import { monotonicMs } from '#lib/clock.ts';
import { followMs } from '#lib/delivery/limits.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { wait } from '#lib/server/wait.ts';

export type Answer = Result<BindAnswer>;

/** What to answer when a bind was not sent, and why. */
export async function answerUnsent(
  context: Context,
  wanted: WantedBinding,
  stored: Exclude<Stored, { kind: 'stored' | 'reasserting' }>,
  eyes: Visibility,
): Promise<Answer> {
  switch (stored.kind) {
    case 'key_used': {
      const { binding, sameChange } = stored;
      if (sameChange) return ok(await toSettled(context, await follow(context, binding), eyes));
      return fail(problem('binding_key_reused', { params: { bindingId: binding.id } }));
    }
    case 'busy':
      return fail(problem('binding_busy', { field: 'number' }));
    case 'conflict':
    case 'unchanged':
      return ok({ kind: stored.kind, facts: toNumberFacts(wanted, stored.facts, eyes) });
  }
}

/** Waits for somebody else's send of the same binding, in this process or another, and gives what came of it. */
export async function follow({ db }: Context, binding: BindingRow): Promise<BindingRow> {
  const untilMs = monotonicMs() + followMs;
  let row = binding;
  for (let pauseMs = 20; isOpen(row) && monotonicMs() < untilMs; pauseMs = Math.min(pauseMs * 1.5, 250)) {
    await wait(pauseMs);
    row = (await findBinding(db, binding.id)) ?? row;
  }
  return row;
}

const isOpen = ({ state }: BindingRow): boolean => state === 'queued' || state === 'sending';

/** The answer for a binding that is over, with what an undo would bind again. */
export async function toSettled({ db }: Context, row: BindingRow, eyes: Visibility): Promise<BindAnswer> {
  const before = row.state === 'bound' ? await findBoundBefore(db, row) : null;
  const undo = before && before.callbackUrl !== null && before.callbackUrl !== row.callbackUrl;
  return {
    kind: 'settled',
    binding: toBindingView(row, eyes),
    undo: undo ? toCurrent(before, row.previousCertainty, eyes) : null,
    clockSkewMs: await findClockSkew(db, row),
  };
}
