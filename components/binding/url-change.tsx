'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import {
  type MarkPair,
  onlyHiddenDiffers,
  type Piece,
  urlDifference,
} from '#components/binding/url-difference.ts';

type UrlChangeProps = {
  /** Null: sent without a URL. Undefined: nobody knows. */
  before: string | null | undefined;
  after: string | null;
  /** Tell hidden parts apart; left out where both URLs are whole. */
  marks?: MarkPair | undefined;
};

/** Old URL struck out above the new one; the differing part is marked by underline and weight, the lines by − and +. */
export function UrlChange({ before, after, marks }: UrlChangeProps) {
  const t = useTranslations('ui.urlChange');
  const both = typeof before === 'string' && after !== null;
  const difference = both ? urlDifference(before, after, marks) : null;
  const whole = (text: string): Piece[] => [{ text, changed: false }];
  return (
    <div className="overflow-hidden rounded-md border border-line text-sm">
      {before === undefined ? null : (
        <ChangeLine
          kind="removed"
          word={t('removed')}
          pieces={before === null ? null : (difference?.before ?? whole(before))}
          none={t('none')}
        />
      )}
      <ChangeLine
        kind="added"
        word={t('added')}
        pieces={after === null ? null : (difference?.after ?? whole(after))}
        none={t('none')}
      />
      {both && marks && onlyHiddenDiffers(before, after, marks) ? (
        <p className="border-t border-line px-3 py-1.5 text-xs text-ink-2">{t('onlyHidden')}</p>
      ) : null}
    </div>
  );
}

type ChangeLineProps = { kind: 'removed' | 'added'; word: string; pieces: Piece[] | null; none: string };

function ChangeLine({ kind, word, pieces, none }: ChangeLineProps) {
  const removed = kind === 'removed';
  const Line = removed ? 'del' : 'ins';
  return (
    <div className={clsx('flex gap-2.5 px-3 py-2', removed ? 'bg-bad-soft' : 'bg-good-soft')}>
      <span
        aria-hidden
        className={clsx('font-mono font-semibold select-none', removed ? 'text-bad' : 'text-good')}
      >
        {removed ? '−' : '+'}
      </span>
      <span className="sr-only select-none">{word}</span>
      {pieces === null ? (
        <span className={clsx('text-ink-2 italic', removed && 'line-through')}>{none}</span>
      ) : (
        <Line
          translate="no"
          className={clsx('min-w-0 font-mono break-all text-ink', removed ? 'line-through' : 'no-underline')}
        >
          {pieces.map(({ text, changed }, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: at most three pieces in fixed order
              key={index}
              className={clsx(
                changed && 'rounded-xs font-semibold',
                changed &&
                  (removed ? 'bg-bad/15 text-bad' : 'bg-good/15 text-good underline underline-offset-3'),
              )}
            >
              {text}
            </span>
          ))}
        </Line>
      )}
    </div>
  );
}
