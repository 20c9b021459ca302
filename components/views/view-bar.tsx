'use client';
'use no memo';

import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';
import { OneLine } from '#components/ui/one-line.tsx';
import { useViewName, useViews } from '#components/views/use-views.ts';
import { openView, type PickableView, type ViewQuestion } from '#components/views/view-list.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

// Views are picked and saved after a click, so their code comes then.
const ViewPanel = lazyWithRetry(() => import('#components/views/view-panel.tsx'));
const ViewChanges = lazyWithRetry(() => import('#components/views/view-changes.tsx'), 'none');
const ViewDialog = lazyWithRetry(() => import('#components/views/view-dialog.tsx'), 'over');

type ViewBarProps = {
  search: HistorySearch;
  push: (search: HistorySearch) => void;
  replace: (search: HistorySearch) => void;
};

/** Which view of history this is, the others, and what has changed since it was saved. */
export function ViewBar({ search, push, replace }: ViewBarProps) {
  const t = useTranslations('views');
  const nameOf = useViewName();
  const { pickable, active, defaultId, mayShare } = useViews({ search, replace });
  const [question, setQuestion] = useState<ViewQuestion | null>(null);
  const { view, changed, unsaved } = active;
  const open = (chosen: PickableView) => push(openView(chosen, search));
  const all = pickable.find(({ id }) => id === 'all');
  return (
    <OneLine>
      <MenuPanel label={view ? t('button', { name: nameOf(view) }) : t('none')}>
        <ViewPanel
          pickable={pickable}
          activeId={view?.id ?? null}
          defaultId={defaultId}
          size={search.size}
          onOpen={open}
          onAsk={setQuestion}
        />
      </MenuPanel>
      {unsaved ? (
        <Suspense>
          <ViewChanges
            view={view}
            changed={changed}
            search={search}
            onSave={() => setQuestion({ kind: 'save' })}
          />
        </Suspense>
      ) : null}
      {view && view.id === defaultId && !changed && all ? (
        <p className="text-sm text-ink-2">
          <span>{t('opensFirst')}</span>{' '}
          <Button look="quiet" size="sm" onClick={() => open(all)}>
            {t('showAll')}
          </Button>
        </p>
      ) : null}
      {question ? (
        <Suspense>
          <ViewDialog
            question={question}
            search={search}
            mayShare={mayShare}
            onClose={() => setQuestion(null)}
            onSaved={(id) => replace({ ...search, view: id })}
            onDeleted={(id) => {
              const { view: _gone, ...rest } = search;
              if (search.view === id) replace(rest);
            }}
          />
        </Suspense>
      ) : null}
    </OneLine>
  );
}
