'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { type MarkPair, onlyHiddenDiffers, urlDifference } from '#components/binding/url-difference.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';

export type Side = 'earlier' | 'later';

type CompareUrlProps = {
  url: string | null;
  other: string | null;
  side: Side;
  /** Of both, the earlier one first. */
  marks: MarkPair;
};

/** One of two URLs; what the other one does not have is set off by − or +, underline and weight, not by colour alone. */
export function CompareUrl({ url, other, side, marks }: CompareUrlProps) {
  const t = useTranslations('number');
  const copy = useTranslations('ui.copy');
  if (url === null) return <em className="text-ink-2">{t('withoutUrl')}</em>;
  const earlier = side === 'earlier';
  const difference =
    other === null ? null : urlDifference(earlier ? url : other, earlier ? other : url, marks);
  const pieces = (earlier ? difference?.before : difference?.after) ?? [{ text: url, changed: true }];
  const differs = url !== other || onlyHiddenDiffers(url, other, marks);
  const Mark = earlier ? 'del' : 'ins';
  return (
    <div className="flex items-start gap-1.5">
      {differs ? (
        <span
          aria-hidden
          className={clsx('font-mono font-semibold select-none', earlier ? 'text-bad' : 'text-good')}
        >
          {earlier ? '−' : '+'}
        </span>
      ) : null}
      <span translate="no" className="min-w-0 flex-1 font-mono wrap-anywhere">
        {pieces.map(({ text, changed }, index) =>
          changed ? (
            <Mark
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces in fixed order
              key={index}
              className={clsx(
                'rounded-xs font-semibold underline underline-offset-3',
                earlier ? 'bg-bad/15 text-bad decoration-dashed' : 'bg-good/15 text-good',
              )}
            >
              {text}
            </Mark>
          ) : (
            text
          ),
        )}
      </span>
      {differs ? (
        <span className="sr-only">{t(earlier ? 'compare.onlyEarlier' : 'compare.onlyLater')}</span>
      ) : null}
      <span className="-my-1.5">
        <CopyButton value={url} label={copy('url')} />
      </span>
    </div>
  );
}
