'use client';

import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/live-region.tsx';
import { DeleteView } from '#components/views/delete-view.tsx';
import { useViewActions } from '#components/views/use-view-actions.ts';
import { ViewForm } from '#components/views/view-form.tsx';
import type { ViewQuestion } from '#components/views/view-list.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { changeView, saveView } from '#lib/views/actions.ts';
import { viewQueryOf } from '#lib/views/view.ts';

type ViewDialogProps = {
  question: ViewQuestion;
  search: HistorySearch;
  mayShare: boolean;
  onClose: () => void;
  onSaved: (id: string) => void;
  onDeleted: (id: string) => void;
};

const loadSchemas = () => import('#lib/views/schema.ts');

/** Gives the present filters a name, or a saved view another one. */
export default function ViewDialog({ question, search, mayShare, onClose, ...then }: ViewDialogProps) {
  const t = useTranslations('views');
  const { refresh } = useViewActions();
  const settle = async (done: string) => {
    onClose();
    announce(done);
    await refresh();
  };
  if (question.kind === 'save')
    return (
      <ViewForm
        texts={{ title: t('dialog.saveTitle'), text: t('dialog.saveText'), submit: t('dialog.save') }}
        mayShare={mayShare}
        action={saveView}
        loadSchema={async () => (await loadSchemas()).saveViewSchema}
        read={(fields) => ({ ...fields, query: viewQueryOf(search) })}
        onClose={onClose}
        onDone={async ({ id }) => {
          await settle(t('done.saved'));
          then.onSaved(id);
        }}
      />
    );
  const { view } = question;
  return (
    <ViewForm
      texts={{ title: t('dialog.editTitle', { name: view.name }), submit: t('dialog.change') }}
      initial={view}
      mayShare={mayShare || view.shared}
      action={changeView}
      loadSchema={async () => (await loadSchemas()).changeViewSchema}
      read={(fields) => ({ ...fields, id: view.id })}
      onClose={onClose}
      onDone={() => void settle(t('done.updated'))}
    >
      <DeleteView
        view={view}
        onDeleted={() => {
          onClose();
          then.onDeleted(view.id);
        }}
      />
    </ViewForm>
  );
}
