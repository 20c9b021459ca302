import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getAuth } from '#lib/auth/auth.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { findSession } from '#lib/auth/session.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { getDatabase } from '#lib/db/client.ts';
import { paths } from '#lib/paths.ts';
import { pathHeader } from '#lib/server/path-header.ts';

/**
 * Who makes this request, or null. Once a render the database is asked; between requests nothing is remembered.
 */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const requestHeaders = await headers();
  const [db, auth] = await Promise.all([getDatabase(), getAuth()]);
  return findSession({ db, auth }, requestHeaders);
});

/** For pages: whoever is signed out is led to sign-in and back to the path they asked for. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const asked = safeNext((await headers()).get(pathHeader));
  redirect(paths.signIn(asked && asked !== paths.home ? asked : undefined));
}
