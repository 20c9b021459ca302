'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type ReplaceFormProps = {
  /** How many lines have a URL with this text in it. */
  countOf: (find: string) => number;
  /** How many changes were made to the lines so far. */
  changeCount: number;
  onReplace: (find: string, replacement: string) => void;
  onSetAll: (url: string) => void;
};

/** Other URLs for many lines at once: a text in them replaced, or one for all. The dry run then shows what came of it. */
export function ReplaceForm({ countOf, changeCount, onReplace, onSetAll }: ReplaceFormProps) {
  const t = useTranslations('newBatch.replace');
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [url, setUrl] = useState('');
  const [replaced, setReplaced] = useState<{ lines: number; changes: number } | null>(null);
  const plain = { mono: true, autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const;
  const count = find === '' ? null : countOf(find);
  // Until something else is typed, or done or undone.
  const done = replaced?.changes === changeCount ? replaced.lines : null;

  const replace = (event: FormEvent) => {
    event.preventDefault();
    if (count === null) return;
    onReplace(find, replacement);
    setReplaced({ lines: count, changes: changeCount + 1 });
  };
  const setAll = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim() !== '') onSetAll(url);
  };
  return (
    <details className="rounded-md border border-line">
      <summary className="rounded-md px-3 py-2 font-medium text-ink hover:bg-hover pointer-coarse:min-h-11">
        {t('title')}
      </summary>
      <div className="grid gap-4 px-3 pt-1 pb-3.5">
        <form noValidate onSubmit={replace} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
          <TextField
            {...plain}
            label={t('find')}
            value={find}
            onChange={(event) => {
              setFind(event.target.value);
              setReplaced(null);
            }}
          />
          <TextField
            {...plain}
            label={t('with')}
            value={replacement}
            onChange={(event) => {
              setReplacement(event.target.value);
              setReplaced(null);
            }}
          />
          <Button type="submit">{t('run')}</Button>
          <p aria-live="polite" className="figures min-h-5 text-sm text-ink-3 sm:col-span-3">
            {done !== null ? t('done', { count: done }) : count === null ? '' : t('matches', { count })}
          </p>
        </form>
        <form noValidate onSubmit={setAll} className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
          <TextField
            {...plain}
            label={t('all')}
            inputMode="url"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
          <Button type="submit">{t('set')}</Button>
        </form>
      </div>
    </details>
  );
}
