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
  'auditLog.read': ['admin'],
  /** Take away the notice that the database is a copy put back. */
  'safeMode.acknowledge': ['admin'],
  /** Change the home country and the apps of the console. */
  'connection.change': ['admin'],
  'connection.check': ['admin'],
  'connection.read': ['admin', 'support'],
  'urls.reveal': ['admin'],
  /** Change and delete the views that others share. */
  'views.manage': ['admin'],
  'views.save': ['admin', 'support'],
  'views.share': ['admin', 'support'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

/** Names that permissions had in earlier versions. The audit log is never rewritten, so it still holds them. */
const earlierNames: Record<string, Permission> = {
  'records.read': 'auditLog.read',
  'setbacks.acknowledge': 'safeMode.acknowledge',
  'settings.change': 'connection.change',
  'settings.check': 'connection.check',
  'settings.read': 'connection.read',
};

/** The permission of a stored name; null for a name that this version does not know. */
export function readPermission(text: string): Permission | null {
  const name = earlierNames[text] ?? text;
  return Object.hasOwn(table, name) ? (name as Permission) : null;
}

/** True when somebody of this role may do this. */
export const can = (viewer: { role: Role }, permission: Permission): boolean =>
  (table[permission] as readonly Role[]).includes(viewer.role);
