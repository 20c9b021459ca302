'use client';

import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { useViewActions } from '#components/views/use-view-actions.ts';
import { useViewName } from '#components/views/use-views.ts';
import type { ViewQuestion } from '#components/views/view-list.ts';
import { openView, type PickableView } from '#components/views/view-list.ts';
import { ViewRow } from '#components/views/view-row.tsx';
import type { HistorySearch } from '#lib/history/schema.ts';

type ViewPanelProps = {
  pickable: readonly PickableView[];
  activeId: string | null;
  defaultId: string | null;
  size: HistorySearch['size'] | undefined;
  onOpen: (view: PickableView) => void;
  onAsk: (question: ViewQuestion) => void;
};

type Group = { name: 'builtIn' | 'own' | 'shared'; views: PickableView[] };

const groupsOf = (views: readonly PickableView[]): Group[] => [
  { name: 'builtIn', views: views.filter(({ kind }) => kind === 'built-in') },
  { name: 'own', views: views.filter((view) => view.kind === 'saved' && view.saved.own) },
  { name: 'shared', views: views.filter((view) => view.kind === 'saved' && !view.saved.own) },
];

/** Up and down go from view to view; Tab reaches the buttons beside each. */
function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<Element & HTMLOrSVGElement>('a')];
  const at = document.activeElement ? links.indexOf(document.activeElement as (typeof links)[number]) : -1;
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  links.at(next % links.length)?.focus();
  event.preventDefault();
}

/** The views to pick from: links, so that each can be copied or opened in another tab. */
export default function ViewPanel(props: ViewPanelProps) {
  const { pickable, activeId, defaultId, size, onOpen, onAsk } = props;
  const t = useTranslations('views');
  const problemText = useProblemText();
  const nameOf = useViewName();
  const { problem, chooseDefault } = useViewActions();
  return (
    <nav
      aria-label={t('panel.label')}
      onKeyDown={step}
      className="-m-2 grid max-h-[60dvh] gap-3 overflow-y-auto"
    >
      {groupsOf(pickable).map(({ name, views }) =>
        views.length === 0 && name === 'shared' ? null : (
          <section key={name} aria-label={t(`panel.${name}`)}>
            <h3 className="px-2 pb-1 text-xs text-ink-3">{t(`panel.${name}`)}</h3>
            {views.length === 0 ? <p className="px-2 text-sm text-ink-2">{t('panel.none')}</p> : null}
            <ul>
              {views.map((view) => (
                <ViewRow
                  key={view.id}
                  view={view}
                  name={nameOf(view)}
                  address={openView(view, { size })}
                  active={view.id === activeId}
                  first={view.id === (defaultId ?? 'all')}
                  onOpen={() => onOpen(view)}
                  onEdit={(saved) => onAsk({ kind: 'edit', view: saved })}
                  onFirst={(first) =>
                    void chooseDefault(
                      first ? view.id : null,
                      first ? t('done.first', { name: nameOf(view) }) : t('done.notFirst'),
                    )
                  }
                />
              ))}
            </ul>
          </section>
        ),
      )}
      {problem ? (
        <p role="alert" className="px-2 text-sm text-bad">
          {problemText(problem)}
        </p>
      ) : null}
    </nav>
  );
}
