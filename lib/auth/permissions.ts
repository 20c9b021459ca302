import type { Role } from '#lib/domain/role.ts';

/**
 * Who may do what: the one table. Services ask it before they act, components ask it before they draw.
 * It imports nothing that runs on the server, so both may.
 */
const table = {
  'batches.read': ['admin', 'support'],
  'batches.run': ['admin'],
  'bindings.create': ['admin'],
  'bindings.export': ['admin', 'support'],
  'bindings.read': ['admin', 'support'],
  'numbers.refresh': ['admin'],
  'people.manage': ['admin'],
  'records.read': ['admin'],
  /** Take away the notice that the database is a copy put back. */
  'setbacks.acknowledge': ['admin'],
  /** Change the home country and the apps of the console. */
  'settings.change': ['admin'],
  'settings.check': ['admin'],
  'settings.read': ['admin', 'support'],
  'urls.reveal': ['admin'],
  /** Change and delete the views that others share. */
  'views.manage': ['admin'],
  'views.save': ['admin', 'support'],
  'views.share': ['admin', 'support'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

export const isPermission = (text: string): text is Permission => Object.hasOwn(table, text);

/** True when somebody of this role may do this. */
export const can = (viewer: { role: Role }, permission: Permission): boolean =>
  (table[permission] as readonly Role[]).includes(viewer.role);
