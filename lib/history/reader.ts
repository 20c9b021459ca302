import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Reader } from '#lib/history/search-filter.ts';

/** Whoever may bind may also find a row by what is hidden in its URL: they could see it whole. */
export const readerOf = (viewer: Pick<Viewer, 'role'>): Reader => ({
  secrets: can(viewer, 'bindings.create'),
});
