'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import ListFilterPanel from '#components/data-table/list-filter-panel.tsx';

import { controlClass } from '#components/ui/control-class.ts';
import { numberHosts } from '#lib/numbers/cache.ts';

export type HostMenuProps = {
  values: readonly string[];
  excluded: boolean;
  onChange: (choice: { values: string[]; excluded: boolean }) => void;
};

const shownAtOnce = 8;

/** The hosts that numbers point at, most numbers first; typing finds others. What is ticked stays in sight. */
export default function HostPanel({ values, excluded, onChange }: HostMenuProps) {
  const t = useTranslations('numbers.filter');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const query = useQuery(numberHosts(wanted ? { q: wanted } : {}));
  const found = (query.data?.hosts ?? []).filter(
    ({ host }) => host.includes(wanted) && !values.includes(host),
  );
  const options = [
    ...values.map((host) => ({ value: host, label: host })),
    ...found
      .slice(0, shownAtOnce)
      .map(({ host, numbers }) => ({ value: host, label: `${host} (${numbers})` })),
  ];
  return (
    <div className="grid gap-3">
      <input
        type="search"
        aria-label={t('findHost')}
        placeholder={t('findHost')}
        value={typed}
        maxLength={300}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => setTyped(event.target.value)}
        className={controlClass(false)}
      />
      <div aria-busy={query.isFetching} className="break-all">
        <ListFilterPanel
          label={t('host')}
          options={options}
          values={[...values]}
          excluded={excluded}
          onChange={onChange}
          empty={query.isError ? t('hostsFailed') : query.isPending ? '' : t('noHosts')}
        />
      </div>
    </div>
  );
}
