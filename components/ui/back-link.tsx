'use client';

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { PageLink } from '#components/ui/page-link.tsx';

/** The way up, above a page's heading. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <PageLink
      href={href}
      className="inline-flex items-center gap-1.5 rounded-sm text-sm text-ink-2 underline-offset-3 hover:underline"
    >
      <ArrowLeft aria-hidden className="size-4" />
      <span>{children}</span>
    </PageLink>
  );
}
