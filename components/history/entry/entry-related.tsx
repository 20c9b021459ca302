'use client';

import { useTranslations } from 'use-intl';
import { linkClass } from '#components/ui/link-class.ts';
import { EntrySection } from '#components/ui/section.tsx';
import type { BindingDetailView } from '#lib/bindings/view.ts';
import { historyHref } from '#lib/history/href.ts';
import { paths } from '#lib/paths.ts';

type EntryRelatedProps = {
  binding: BindingDetailView;
  /** Opens in the same drawer; without it the links lead to pages. */
  onOpen?: ((id: string) => void) | undefined;
};

/** Other changes of the same number that this one follows, precedes or puts back. */
export function EntryRelated({ binding, onOpen }: EntryRelatedProps) {
  const t = useTranslations('history.entry');
  const of = useTranslations('history.batch');
  const { previousId, nextId, restoredByIds } = binding.related;
  const links = [
    { id: previousId, text: t('previous') },
    { id: nextId, text: t('next') },
    { id: binding.restoresBindingId, text: t('restores') },
    ...restoredByIds.map((id) => ({ id, text: t('restoredBy') })),
  ].flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]));
  const { batch } = binding;
  const batchLinks =
    batch === null
      ? []
      : [
          { href: paths.batch(batch.id), text: of('line', { line: batch.line }) },
          { href: historyHref({ batch: [batch.id] }), text: of('rows') },
        ];
  return (
    <EntrySection title={t('related')}>
      {links.length === 0 && batch === null ? <p className="text-sm text-ink-2">{t('noRelated')}</p> : null}
      <ul className="grid gap-1 text-sm">
        {links.map(({ id, text }) => (
          <li key={`${id} ${text}`}>
            <a
              href={paths.binding(id)}
              className={linkClass}
              onClick={(event) => {
                if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                onOpen(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
        {batchLinks.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className={linkClass}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </EntrySection>
  );
}
