'use client';

import { useTranslations } from 'use-intl';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import { absoluteTime, zoneName } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { EventSearch } from '#lib/audit-log/search-params.ts';
import { actorKindOf } from '#lib/domain/recorded-event.ts';

export type EventFilterName = 'q' | 'group' | 'person' | 'app' | 'time';
export type PersonName = { id: string; name: string };

/** Each active filter in words, as its chip and the empty state say it. */
export function useEventFilterTexts(
  search: EventSearch,
  { apps, people }: { apps: readonly AppName[]; people: readonly PersonName[] },
): { name: EventFilterName; text: string }[] {
  const t = useTranslations('auditLogActs.filter');
  const history = useTranslations('history');
  const actors = useTranslations('auditLog.actors');
  const zone = useViewerZone();
  const moment = (iso: string) => {
    const at = new Date(iso);
    return `${absoluteTime(at, zone).replace(/:00$/, '')} ${zoneName(at, zone)}`;
  };
  const nameOf = (id: string) => {
    const kind = actorKindOf(id);
    return kind === 'person' ? (people.find((person) => person.id === id)?.name ?? id) : actors(kind);
  };
  const time = () => {
    const { from, to } = search;
    if (from && to) return history('range.between', { from: moment(from), to: moment(to) });
    if (from) return history('range.since', { from: moment(from) });
    return to && history('range.until', { to: moment(to) });
  };
  const or = history('chip.or');
  const values: Record<EventFilterName, string | undefined> = {
    q: search.q && `“${search.q}”`,
    group: search.group?.map((group) => t(`groups.${group}`)).join(or),
    person: search.person?.map(nameOf).join(or),
    app: search.app?.map((id) => apps.find((app) => app.id === id)?.name ?? id).join(or),
    time: time(),
  };
  return (Object.keys(values) as EventFilterName[]).flatMap((name) =>
    values[name] ? [{ name, text: history('chip.is', { name: t(name), values: values[name] }) }] : [],
  );
}
