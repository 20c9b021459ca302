'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { makeQueryClient } from '#lib/client/fetch-json.ts';

let kept: QueryClient | undefined;

/** One client a browser page, whichever provider comes first; on the server one a render, for one viewer. */
export const queryClientHere = (): QueryClient => {
  if (typeof window === 'undefined') return makeQueryClient();
  kept ??= makeQueryClient();
  return kept;
};

/** Stands around what asks the server, not around every page: forms should not load it before they need it. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(queryClientHere);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
