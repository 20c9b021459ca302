'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type LinkDialogProps = { person: { name: string; email: string }; url: string; onClose: () => void };

/** The one-time link, for the only time it can be seen. */
export function LinkDialog({ person, url, onClose }: LinkDialogProps) {
  const t = useTranslations('people.linkDialog');
  return (
    <Dialog
      title={t('title', { name: person.name })}
      onClose={onClose}
      actions={
        <>
          <Button data-initial-focus onClick={onClose}>
            {t('done')}
          </Button>
          <CopyButton value={url} label={t('copy')} labelled look="primary" />
        </>
      }
    >
      <p className="mb-4 text-ink-2 text-pretty break-words">{t('text', { email: person.email })}</p>
      <TextField label={t('label')} value={url} readOnly mono onFocus={(event) => event.target.select()} />
    </Dialog>
  );
}
