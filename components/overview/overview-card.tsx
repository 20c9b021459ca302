'use no memo';

import { type ReactNode, useId } from 'react';
import { Card } from '#components/ui/card.tsx';

type OverviewCardProps = {
  title: ReactNode;
  /** Before the title, where the card asks for attention. */
  icon?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A sheet of the overview: its heading, a way on beside it, and what it tells. */
export function OverviewCard({ title, icon, aside, children, className }: OverviewCardProps) {
  const id = useId();
  return (
    <Card aria-labelledby={id} {...(className ? { className } : {})}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-5 pt-4">
        <h2 id={id} className="flex items-center gap-2 font-semibold text-balance">
          {icon}
          <span>{title}</span>
        </h2>
        {aside}
      </div>
      {children}
    </Card>
  );
}
