'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemLine } from '#components/form/problem-line.tsx';
import { Button } from '#components/ui/button.tsx';
import { useViewActions } from '#components/views/use-view-actions.ts';
import type { SavedView } from '#lib/views/view.ts';

/** Takes a view away, on the second press. */
export function DeleteView({ view, onDeleted }: { view: SavedView; onDeleted: () => void }) {
  const t = useTranslations('views');
  const { busy, problem, remove } = useViewActions();
  const [sure, setSure] = useState(false);
  const press = async () => {
    if (!sure) return setSure(true);
    if (await remove(view.id, t('done.deleted'))) onDeleted();
  };
  return (
    <div className="mt-5 grid justify-items-start gap-2 border-t border-line pt-4">
      {sure ? (
        <p role="status" className="text-sm text-ink-2">
          {t('dialog.deleteText')}
        </p>
      ) : null}
      <Button size="sm" look={sure ? 'danger' : 'plain'} busy={busy} onClick={() => void press()}>
        {t(sure ? 'dialog.deleteSure' : 'dialog.delete')}
      </Button>
      <ProblemLine problem={problem} />
    </div>
  );
}
