'use client';

import { useTranslations } from 'use-intl';
import { settledOf } from '#components/batches/batch-progress.ts';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { BatchView } from '#lib/batches/view.ts';
import { type SetbackKind, setbackCodes } from '#lib/domain/setback.ts';

/** How the batch stands, in a sentence. Readers hear it when it changes and at each quarter, not at every line. */
export function BatchSay({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.say');
  const sentence = useCodeSentence();
  const { state, halt, counts, total } = batch;
  const quarter = Math.floor((settledOf(counts) / total) * 4) * 25;
  const { code } = halt ?? { code: null };
  const setback = setbackOf(code);
  return (
    <div role="status" className="grid gap-2">
      <p className="text-lg font-medium break-words text-pretty">
        <span>{useSentence(batch)}</span>
        {state === 'running' && quarter > 0 ? (
          <span className="sr-only">{` ${t('quarter', { percent: quarter })}`}</span>
        ) : null}
      </p>
      {state === 'paused' && setback !== null ? (
        <Notice tone="warn" title={t(`setback.${setback}`)}>
          {t(`setback.${setback}Text`)}
        </Notice>
      ) : null}
      {state === 'paused' && code !== null && setback === null ? (
        <Notice tone="warn" title={sentence(code) ?? code}>
          <p>{t('mend')}</p>
          <p>
            <code className="font-mono text-xs" translate="no">
              {code}
            </code>
          </p>
        </Notice>
      ) : null}
      {state !== 'running' && counts.sending > 0 ? (
        <p className="text-sm text-ink-2">{t('onTheWay', { count: counts.sending })}</p>
      ) : null}
    </div>
  );
}

/** Set where nobody has to mend anything, but to look. */
const setbackOf = (code: string | null): SetbackKind | null =>
  code === setbackCodes.restored ? 'restored' : code === setbackCodes.away ? 'away' : null;

function useSentence({ state, halt, counts, total }: BatchView): string {
  const t = useTranslations('batches.say');
  const name = halt?.by ?? null;
  const { bound, unsent } = counts;
  switch (state) {
    case 'running':
      return t('running');
    case 'paused':
      if (name !== null) return t('pausedBy', { name });
      if (setbackOf(halt?.code ?? null) !== null) return t('setback.said');
      return halt?.code ? t('pausedItself') : t('paused');
    case 'stopped': {
      const rest = t('unsent', { count: unsent });
      return name === null ? t('stopped', { rest }) : t('stoppedBy', { name, rest });
    }
    case 'done':
      return bound === total ? t('allBound') : t('partBound', { bound, total });
  }
}
