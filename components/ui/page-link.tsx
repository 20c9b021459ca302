'use client';
'use no memo';

import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';
import { leavePage } from '#components/ui/use-leave-warning.ts';

/**
 * A link that changes the page in place and asks for it ahead when pointed at. next/link brings 4 kB more, for asking
 * ahead on sight; pages that differ for every viewer have little to give ahead.
 */
export function PageLink({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={() => router.prefetch(href)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        leavePage(() => router.push(href));
      }}
    />
  );
}
