'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Gap } from '#components/batches/new/lines/gaps-of.ts';
import type { AppChoices } from '#components/batches/new/lines/line-choices.tsx';
import { urlInput } from '#components/form/url-input.ts';
import { Button } from '#components/ui/button.tsx';
import { controlClass } from '#components/ui/control-class.ts';

const { mono: _mono, ...urlAttributes } = urlInput;

/** Kinds of gaps that are asked about at once; the others follow when these are settled. */
const most = 4;

type GapBarProps = { gaps: readonly Gap[]; apps: AppChoices; onFill: (gap: Gap, value: string) => void };

/** What many lines lack alike: one choice for all of them. */
export function GapBar({ gaps, apps, onFill }: GapBarProps) {
  const t = useTranslations('newBatch.gaps');
  if (gaps.length === 0) return null;
  return (
    <section
      aria-label={t('title')}
      className="grid gap-2.5 rounded-md border border-warn/30 bg-warn-soft px-3 py-2.5"
    >
      {gaps.slice(0, most).map((gap) => (
        <GapForm key={`${gap.field} ${gap.typed}`} gap={gap} apps={apps} onFill={onFill} />
      ))}
      {gaps.length > most ? (
        <p className="text-sm text-ink-2">{t('more', { count: gaps.length - most })}</p>
      ) : null}
    </section>
  );
}

type GapFormProps = { gap: Gap; apps: AppChoices; onFill: (gap: Gap, value: string) => void };

function GapForm({ gap, apps, onFill }: GapFormProps) {
  const t = useTranslations('newBatch.gaps');
  const line = useTranslations('newBatch.line');
  const id = useId();
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  const { field, typed, count, isRetired } = gap;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(value.trim() === '');
    if (value.trim() === '') document.getElementById(id)?.focus();
    else onFill(gap, value.trim());
  };
  const change = (next: string) => {
    setValue(next);
    setMissing(false);
  };
  const shared = {
    id,
    value,
    'aria-invalid': missing || undefined,
    'aria-describedby': missing ? `${id}-error` : undefined,
  };
  const options =
    field === 'app'
      ? apps.map(({ id: appId, name }) => ({
          value: appId,
          text: name === appId ? appId : `${name} · ${appId}`,
        }))
      : (['number', 'inner', 'none'] as const).map((type) => ({ value: type, text: line(`types.${type}`) }));
  return (
    <form
      noValidate
      onSubmit={submit}
      className="grid items-center gap-x-3 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,20rem)_auto]"
    >
      <label htmlFor={id} className="figures min-w-0 font-medium break-words">
        {typed === ''
          ? t(`without.${field}`, { count })
          : isRetired
            ? t('retired', { count, typed })
            : t(`unknown.${field}`, { count, typed })}
      </label>
      {field === 'callbackUrl' ? (
        <input
          {...shared}
          {...urlAttributes}
          onChange={(event) => change(event.target.value)}
          className={controlClass(missing, 'font-mono')}
        />
      ) : (
        <select
          {...shared}
          onChange={(event) => change(event.target.value)}
          className={controlClass(missing)}
        >
          <option value="">{t(`choose.${field}`)}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
      <Button type="submit">{t('set', { count })}</Button>
      {missing ? (
        <p id={`${id}-error`} className="text-sm text-bad sm:col-start-2">
          {t(`missing.${field}`)}
        </p>
      ) : null}
    </form>
  );
}
