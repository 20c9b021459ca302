'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { hasUnkeptWork } from '#components/ui/use-leave-warning.ts';

type LeaveDialogProps = { onLeave: () => void; onClose: () => void };

/** Asked before a page with something typed on it is left; says whether that comes back. */
export default function LeaveDialog({ onLeave, onClose }: LeaveDialogProps) {
  const t = useTranslations('shell.leave');
  return (
    <ConfirmDialog
      title={t('title')}
      text={t(hasUnkeptWork() ? 'lost' : 'kept')}
      confirm={t('confirm')}
      cancel={t('cancel')}
      busy={false}
      problem={null}
      onConfirm={onLeave}
      onClose={onClose}
    />
  );
}
