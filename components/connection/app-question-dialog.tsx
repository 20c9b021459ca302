'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AddAppDialog } from '#components/connection/add-app-dialog.tsx';
import { RenameAppDialog } from '#components/connection/rename-app-dialog.tsx';
import type { AppQuestion, Apps } from '#components/connection/use-apps.ts';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';

type AppQuestionDialogProps = { apps: Apps; question: AppQuestion; onClose: () => void };

/** Whatever stands over the list of apps just now. */
export default function AppQuestionDialog({ apps, question, onClose }: AppQuestionDialogProps) {
  const t = useTranslations('connection.apps.retireDialog');
  const { busy, problem } = apps;
  switch (question.kind) {
    case 'add':
      return <AddAppDialog onClose={onClose} onAdded={apps.added} />;
    case 'rename':
      return <RenameAppDialog app={question.app} onClose={onClose} onRenamed={apps.renamed} />;
    case 'retire': {
      const { app } = question;
      return (
        <ConfirmDialog
          {...{ busy, problem, onClose }}
          title={t('title', { name: app.name })}
          text={t('text')}
          confirm={t('confirm')}
          cancel={t('cancel')}
          danger
          onConfirm={() => void apps.retire(app, true)}
        />
      );
    }
  }
}
