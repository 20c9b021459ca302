import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';

type MessagePageProps = {
  title: string;
  text: string;
  action: { href: string; label: string };
  children?: ReactNode;
};

/** A page that only says something: why there is nothing here, and the one way on. */
export function MessagePage({ title, text, action, children }: MessagePageProps) {
  return (
    <div className="mx-auto grid max-w-xl gap-3 px-4 py-16 sm:py-24">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      <p className="text-lg text-ink-2 text-pretty">{text}</p>
      {children}
      <div className="mt-2">
        {/* Not next/link: every page carries this one along, and 4 kB for a way out that is hardly ever taken. */}
        <a href={action.href} className={buttonClass('primary')}>
          {action.label}
        </a>
      </div>
    </div>
  );
}
