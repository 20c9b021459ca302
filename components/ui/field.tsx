'use no memo';

import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type FieldTexts = {
  label: ReactNode;
  /** One line under the label that helps before anything is typed. */
  hint?: ReactNode;
  /** Said only after a failed submit; also stands in the error summary, with the same words. */
  error?: ReactNode;
  /** Live remarks that block nothing. */
  note?: ReactNode;
  /** The remarks change while typing: they are also said, politely. */
  noteIsLive?: boolean | undefined;
  /** Shown after the label: the field may stay empty. */
  optional?: ReactNode;
};

/** Ids of a field's parts; `describedBy` lists only the parts that are there. */
export function fieldIds(id: string, { hint, error, note }: FieldTexts) {
  const ids = { hint: `${id}-hint`, error: `${id}-error`, note: `${id}-note` };
  const describedBy = clsx(hint && ids.hint, error && ids.error, note && ids.note) || undefined;
  return { ...ids, describedBy };
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-0.5 text-sm text-ink-3">
      {children}
    </p>
  );
}

/** A live note's box is always there: a live region that appears together with its text stays silent. */
export function FieldNote({
  id,
  live = false,
  children,
}: {
  id: string;
  live?: boolean | undefined;
  children: ReactNode;
}) {
  if (!live && !children) return null;
  return (
    <div id={id} aria-live={live ? 'polite' : undefined}>
      {children}
    </div>
  );
}

/** Label above, hint under it, the control, then its error and its notes. */
export function Field(props: FieldTexts & { id: string; children: ReactNode; className?: string }) {
  const { id, label, hint, error, note, optional, children, className } = props;
  const ids = fieldIds(id, props);
  return (
    <div className={className}>
      <label htmlFor={id} className="text-base font-medium text-ink">
        {label}
      </label>
      {optional ? <span className="ms-1.5 text-sm text-ink-3">{optional}</span> : null}
      {hint ? <FieldHint id={ids.hint}>{hint}</FieldHint> : null}
      <div className="mt-1.5">{children}</div>
      {error ? <FieldError id={ids.error}>{error}</FieldError> : null}
      <FieldNote id={ids.note} live={props.noteIsLive}>
        {note}
      </FieldNote>
    </div>
  );
}
