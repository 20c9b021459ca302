'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { templateCsv } from '#lib/batches/lines/template.ts';

/** Saves a file to fill in; made here, so that it names the app that is chosen. */
export function TemplateButton({ appId }: { appId: string }) {
  const t = useTranslations('newBatch.input');
  const save = () => {
    const url = URL.createObjectURL(new Blob([templateCsv(appId)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = t('templateName');
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button look="quiet" size="sm" onClick={save}>
      <Download aria-hidden className="size-3.5" />
      <span>{t('template')}</span>
    </Button>
  );
}
