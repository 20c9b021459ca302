'use client';

import { useTranslations } from 'use-intl';
import { ProblemLine } from '#components/form/problem-line.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { useViewActions } from '#components/views/use-view-actions.ts';
import type { PickableView } from '#components/views/view-list.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { viewQueryOf } from '#lib/views/view.ts';

type ViewChangesProps = {
  view: PickableView | null;
  changed: boolean;
  search: HistorySearch;
  onSave: () => void;
};

/** That filters are others than the view's, and the two ways to keep them. */
export default function ViewChanges({ view, changed, search, onSave }: ViewChangesProps) {
  const t = useTranslations('views');
  const { busy, problem, update } = useViewActions();
  const saved = view?.kind === 'saved' ? view.saved : null;
  return (
    <>
      {changed ? <Badge tone="accent">{t(saved ? 'changed' : 'changedBuiltIn')}</Badge> : null}
      {saved?.editable ? (
        <Button
          size="sm"
          busy={busy}
          onClick={() => void update(saved.id, viewQueryOf(search), t('done.updated'))}
        >
          {t('update')}
        </Button>
      ) : null}
      <Button size="sm" look="quiet" onClick={onSave}>
        {t(view ? 'saveAs' : 'save')}
      </Button>
      <ProblemLine problem={problem} />
    </>
  );
}
