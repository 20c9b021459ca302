'use no memo';

import type { ReactNode } from 'react';

/** Nothing here yet: one sentence why, and the one next action. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 px-5 py-10 sm:items-center sm:py-16 sm:text-center">
      <h2 className="text-lg font-semibold text-balance">{props.title}</h2>
      {props.children ? <div className="max-w-prose text-ink-2 text-pretty">{props.children}</div> : null}
      {props.action}
    </div>
  );
}
