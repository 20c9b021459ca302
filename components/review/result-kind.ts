import { CircleCheck, CircleQuestionMark, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { BindingState } from '#lib/domain/outcome.ts';

export type ResultKind = 'bound' | 'refused' | 'unknown' | 'sending';

/** Denied and unsent bindings show no result of their own; were they here, refused is what they are. */
export function resultKind(state: BindingState): ResultKind {
  if (state === 'queued') return 'sending';
  return state === 'denied' || state === 'unsent' ? 'refused' : state;
}

export const resultLooks: Record<ResultKind, { icon: LucideIcon; mark: string; edge: string }> = {
  bound: { icon: CircleCheck, mark: 'text-good', edge: 'border-line border-s-good' },
  refused: { icon: CircleX, mark: 'text-bad', edge: 'border-line border-s-bad' },
  unknown: { icon: CircleQuestionMark, mark: 'text-warn', edge: 'border-line border-s-warn' },
  sending: { icon: LoaderCircle, mark: 'text-accent', edge: 'border-line border-s-accent' },
};
