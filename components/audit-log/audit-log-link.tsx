'use no memo';

import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';

/** From a record to what it is about. */
export function AuditLogLink({ href, children }: { href: string; children: string }) {
  return (
    <PageLink href={href} className={linkClass}>
      {children}
    </PageLink>
  );
}
