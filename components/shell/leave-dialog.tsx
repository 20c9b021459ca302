'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';

type LeaveDialogProps = { onLeave: () => void; onClose: () => void };

/** A single key was pressed that would leave a page with something typed on it. */
export default function LeaveDialog({ onLeave, onClose }: LeaveDialogProps) {
  const t = useTranslations('shell.leave');
  return (
    <ConfirmDialog
      title={t('title')}
      text={t('text')}
      confirm={t('confirm')}
      cancel={t('cancel')}
      busy={false}
      problem={null}
      onConfirm={onLeave}
      onClose={onClose}
    />
  );
}
