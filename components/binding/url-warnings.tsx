'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { UrlWarning } from '#lib/domain/urls/callback-url-warnings.ts';

/** What to mind about a URL, in full. Stays as long as the URL is shown; blocks nothing. */
export function UrlWarnings({
  warnings,
  className,
}: {
  warnings: readonly UrlWarning[];
  className?: string;
}) {
  const t = useTranslations('ui.urlWarnings');
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" {...(className && { className })}>
      {warnings.map((warning) => (
        <p key={warning}>{t(warning)}</p>
      ))}
    </Notice>
  );
}

/** The same under a URL in a row whose height is set: in one line, cut, and in full where it is pointed at. */
export function UrlWarningLine({ warnings }: { warnings: readonly UrlWarning[] }) {
  const t = useTranslations('ui.urlWarnings');
  if (warnings.length === 0) return null;
  const text = warnings.map((warning) => t(warning)).join(' ');
  return (
    <p title={text} className="flex min-w-0 items-center gap-1 text-xs text-warn">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{text}</span>
    </p>
  );
}

/** The same beside a URL in a line of a table: a sign, whose sentence shows where it is pointed at. */
export function UrlWarningMark({ warnings }: { warnings: readonly UrlWarning[] }) {
  const t = useTranslations('ui.urlWarnings');
  if (warnings.length === 0) return null;
  const text = warnings.map((warning) => t(warning)).join(' ');
  return (
    <span title={text} className="me-1 inline-flex shrink-0 text-warn select-none">
      <TriangleAlert aria-hidden className="size-4" />
      <span className="sr-only">{text}</span>
    </span>
  );
}
