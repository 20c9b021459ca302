import { type ReactNode, useId } from 'react';
import { Card } from '#components/ui/card.tsx';

type AccountCardProps = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** One subject of the account page. */
export function AccountCard({ title, lead, actions, children }: AccountCardProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="px-5 py-4">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 sm:flex-nowrap">
        <div className="min-w-0">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {lead ? <p className="max-w-prose text-sm text-ink-3 text-pretty">{lead}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </Card>
  );
}
