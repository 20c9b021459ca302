'use client';

import { useTranslations } from 'use-intl';
import { FindLink } from '#components/numbers/find-link.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import type { NumberLine } from '#lib/numbers/view.ts';

const quietCopy =
  '[&_button]:opacity-0 group-hover/row:[&_button]:opacity-100 [&_button:focus-visible]:opacity-100 pointer-coarse:[&_button]:opacity-100 pointer-coarse:[&_button]:size-9!';

/** The host as it is filtered by; null for what is no URL. */
const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

type UrlCellProps = { line: NumberLine; onFind: (search: NumbersSearch) => void };

/** The last URL known to be bound; under it the one that may have taken its place, or who else uses its host. */
export function UrlCell({ line, onFind }: UrlCellProps) {
  const t = useTranslations('numbers.table');
  const { current, pending, label } = line;
  const host = current.url === null ? null : hostOf(current.url);
  return (
    <div className={`min-w-0 ${quietCopy}`}>
      <div className="flex h-5 items-center pointer-coarse:h-9">
        {current.url === null ? (
          <span className="text-sm text-ink-3">{t(current.bindingId ? 'noUrl' : 'noneKnown')}</span>
        ) : (
          <UrlText url={current.url} />
        )}
      </div>
      {label === 'unknown' && pending ? (
        <div className="mt-0.5 flex h-5 items-center gap-1 text-xs text-warn pointer-coarse:h-9 [&_.font-mono]:text-xs">
          <PendingText pending={pending} />
        </div>
      ) : host === null ? null : (
        <p className="mt-0.5 flex h-5 text-xs text-ink-2 opacity-0 group-hover/row:opacity-100 focus-within:opacity-100 @max-3xl:opacity-100 pointer-coarse:opacity-100">
          <FindLink search={{ host: [host] }} label={t('sameHostOf', { host })} onFind={onFind}>
            {t('sameHost')}
          </FindLink>
        </p>
      )}
    </div>
  );
}

function PendingText({ pending }: { pending: NonNullable<NumberLine['pending']> }) {
  const t = useTranslations('numbers.table');
  const sending = pending.state === 'sending';
  if (pending.url === null) return <span>{t(sending ? 'sendingNoUrl' : 'perhapsNoUrl')}</span>;
  return (
    <>
      <span className="shrink-0">{t(sending ? 'sendingTo' : 'perhaps')}</span>
      <UrlText url={pending.url} />
    </>
  );
}
