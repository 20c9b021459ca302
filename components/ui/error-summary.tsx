'use client';
'use no memo';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

export type SummaryError = { fieldId: string; message: string };

type ErrorSummaryProps = {
  errors: readonly SummaryError[];
  /** Grows by one with every failed submit; each time the summary takes the focus. */
  attempt: number;
};

/** What a failed submit says first: every error as a link to its field, with the words that stand there. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const t = useTranslations('ui.errorSummary');
  const ref = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;

  useEffect(() => {
    if (attempt > 0) ref.current?.focus();
  }, [attempt]);

  useEffect(() => {
    if (!shown) return;
    const before = document.title;
    document.title = `${t('titlePrefix')}${before}`;
    return () => {
      document.title = before;
    };
  }, [shown, t]);

  if (!shown) return null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="rounded-lg border-2 border-bad bg-surface px-4 py-3"
    >
      <h2 id="error-summary-title" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <ul className="mt-1 grid gap-1">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
              className="inline-block py-0.5 font-medium text-bad underline underline-offset-2"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
