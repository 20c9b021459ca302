import { paths } from '#lib/paths.ts';

/** Signs out and leaves by a full load, so that Back finds nothing of what was seen here in this page's memory. */
export async function leave(signOut: () => Promise<void>): Promise<void> {
  await signOut();
  window.location.assign(paths.signIn());
}
