'use no memo';

import { clsx } from 'clsx';
import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const looks: Record<NoticeTone, { icon: LucideIcon; box: string; mark: string }> = {
  info: { icon: Info, box: 'border-line bg-sunken', mark: 'text-ink-2' },
  good: { icon: CircleCheck, box: 'border-good/30 bg-good-soft', mark: 'text-good' },
  warn: { icon: TriangleAlert, box: 'border-warn/30 bg-warn-soft', mark: 'text-warn' },
  bad: { icon: CircleX, box: 'border-bad/30 bg-bad-soft', mark: 'text-bad' },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` for what just went wrong, `status` for what just happened; nothing for what was there before. */
  role?: 'alert' | 'status';
  className?: string;
};

/** A remark in the flow of the page. It stays until the cause is gone; nothing here fades away. */
export function Notice({ tone = 'info', title, children, actions, role, className }: NoticeProps) {
  const { icon: Icon, box, mark } = looks[tone];
  return (
    <div role={role} className={clsx('flex gap-2.5 rounded-md border px-3 py-2.5 text-sm', box, className)}>
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', mark)} />
      <div className="min-w-0 flex-1 break-words text-ink">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-ink-2">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
