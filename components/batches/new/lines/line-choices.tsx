'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { readTypeWord } from '#lib/domain/numbers/number-type-words.ts';

export type AppChoices = readonly { id: string; name: string }[];

const types = ['number', 'inner', 'none'] as const;

type LineChoicesProps = {
  line: number;
  apps: AppChoices;
  /** As typed, or as an id. */
  app: string;
  /** As typed; for a line that is ready, the type that is sent. */
  numberType: string;
  onCommit: (field: 'app' | 'numberType', text: string) => void;
};

/** App and number type of a line, each to be chosen in place. What is typed and not known stands first, as it is. */
export function LineChoices({ line, apps, app, numberType, onCommit }: LineChoicesProps) {
  const t = useTranslations('newBatch.line');
  const known = apps.find(({ id, name }) => id === app || name.toLowerCase() === app.toLowerCase())?.id ?? '';
  const type = readTypeWord(numberType);
  const typeValue = type === undefined ? '' : (type ?? 'none');
  return (
    <span className="-mx-1 flex min-w-0 gap-1 text-xs">
      {apps.length > 1 || known === '' ? (
        <select
          aria-label={t('appOf', { line })}
          value={known}
          onChange={(event) => onCommit('app', event.target.value)}
          className={choiceClass(known === '')}
        >
          {known === '' ? (
            <option value="" disabled>
              {app === '' ? t('noApp') : app}
            </option>
          ) : null}
          {apps.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <select
        aria-label={t('typeOf', { line })}
        value={typeValue}
        onChange={(event) => onCommit('numberType', event.target.value)}
        className={choiceClass(typeValue === '' && numberType !== '')}
      >
        {typeValue === '' ? (
          <option value="" disabled>
            {numberType === '' ? t('types.open') : numberType}
          </option>
        ) : null}
        {types.map((each) => (
          <option key={each} value={each}>
            {t(`types.${each}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Quiet until it is wanted: a list has thousands of them. */
const choiceClass = (isWrong: boolean): string =>
  clsx(
    'field-sizing-content min-w-0 max-w-full shrink cursor-pointer truncate rounded-sm border bg-transparent py-0.5 ps-1 hover:bg-hover pointer-coarse:min-h-11',
    isWrong ? 'border-bad text-bad' : 'border-transparent text-ink-2 hover:border-line-strong',
  );
