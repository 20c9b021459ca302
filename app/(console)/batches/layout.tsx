import type { ReactNode } from 'react';
import { QueryProvider } from '#components/providers/query-provider.tsx';

export default function BulkLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
