'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { BindingDetailView } from '#lib/bindings/view.ts';

/** Everything the browser knows of the entry, for those who want it raw. */
export function EntryJson({ binding }: { binding: BindingDetailView }) {
  const t = useTranslations('history.entry');
  const json = JSON.stringify(binding, null, 2);
  return (
    <details className="border-t border-line pt-4">
      <summary className="rounded-sm text-sm font-semibold">{t('json')}</summary>
      <div className="mt-2 grid justify-items-start gap-2">
        <pre
          translate="no"
          className="w-full rounded-md bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap text-ink-2"
        >
          {json}
        </pre>
        <CopyButton value={json} label={t('copyJson')} labelled look="plain" />
      </div>
    </details>
  );
}
