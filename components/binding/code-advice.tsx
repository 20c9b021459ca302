'use client';

import { Clock, RotateCw, Wrench } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useClockSentence } from '#components/binding/use-clock-sentence.ts';
import type { BindingState } from '#lib/domain/outcome.ts';
import { factsOf } from '#lib/domain/provider-codes.ts';

type CodeAdviceProps = {
  state: BindingState;
  code: string | null;
  /** From an expired signature, see AttemptView; also told where a repeat mended it. */
  clockSkewMs: number | null;
  className?: string;
};

/** Below what went wrong: the clock that caused it, who can mend it, and whether repeating is safe. */
export function CodeAdvice({ state, code, clockSkewMs, className }: CodeAdviceProps) {
  const t = useTranslations('provider');
  const clock = useClockSentence()(clockSkewMs);
  const facts = code !== null && (state === 'refused' || state === 'unknown') ? factsOf(code) : null;
  const lines = [
    ...(clock ? [{ icon: Clock, text: clock }] : []),
    ...(facts ? [{ icon: Wrench, text: t(`_fixer.${facts.fixer}`) }] : []),
    ...(facts ? [{ icon: RotateCw, text: t(`_repeat.${facts.repeat}`) }] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={className ?? 'grid gap-1 text-sm text-ink-2'}>
      {lines.map(({ icon: Icon, text }) => (
        <li key={text} className="flex items-start gap-2">
          <Icon aria-hidden className="mt-0.75 size-3.5 shrink-0 text-ink-3" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
