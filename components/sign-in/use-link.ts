'use client';

import { useEffect, useState } from 'react';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Result } from '#lib/domain/result.ts';

type Read<Facts> = (input: { token: string }) => Promise<Result<Facts>>;

/** `reading` until the server has said what the link is good for. */
export type LinkState<Facts> =
  | { kind: 'reading' }
  | { kind: 'works'; token: string; facts: Facts }
  | { kind: 'fails'; problem: Problem };

/**
 * Takes the token out of the address and asks what it is good for. It stands behind the `#`; in links of earlier versions in
 * the query. Afterwards it stands in neither, so that the address can be shown and copied.
 */
export function useLink<Facts>(read: Read<Facts>): LinkState<Facts> {
  const [state, setState] = useState<LinkState<Facts>>({ kind: 'reading' });
  useEffect(() => {
    const { hash, search, pathname } = window.location;
    const held: unknown = window.history.state;
    const kept = isRecord(held) && typeof held.linkToken === 'string' ? held.linkToken : '';
    const token = new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token');
    // Next keeps its own things in the same place.
    if (token !== null)
      window.history.replaceState({ ...(isRecord(held) ? held : {}), linkToken: token }, '', pathname);
    const wanted = token ?? kept;
    let gone = false;
    void callAction(read, { token: wanted }).then((result) => {
      if (gone) return;
      setState(
        result.ok
          ? { kind: 'works', token: wanted, facts: result.value }
          : { kind: 'fails', problem: result.problem },
      );
    });
    // Another link pasted into the address bar of this page changes only what stands behind the #.
    const reload = () => window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => {
      gone = true;
      window.removeEventListener('hashchange', reload);
    };
  }, [read]);
  return state;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
