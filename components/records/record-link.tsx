'use no memo';

import { PageLink } from '#components/shell/page-link.tsx';
import { linkClass } from '#components/ui/link-class.ts';

/** From a record to what it is about. */
export function RecordLink({ href, children }: { href: string; children: string }) {
  return (
    <PageLink href={href} className={linkClass}>
      {children}
    </PageLink>
  );
}
