import type { Permission } from '#lib/auth/permissions.ts';
import { mainPaths } from '#lib/main-paths.ts';

/** The pages of the console in the order they are shown; each viewer is shown those they may open. `key`: opens it after G. */
export const places = [
  { name: 'overview', key: 'o', href: mainPaths.home, permission: 'bindings.read' },
  { name: 'bind', key: 'b', href: mainPaths.bind, permission: 'bindings.create' },
  { name: 'history', key: 'h', href: mainPaths.history, permission: 'bindings.read' },
  { name: 'numbers', key: 'n', href: mainPaths.numbers, permission: 'bindings.read' },
  { name: 'batches', key: 'u', href: mainPaths.batches, permission: 'batches.read' },
  { name: 'people', key: 'p', href: mainPaths.people, permission: 'people.manage' },
  { name: 'auditLog', key: 'r', href: mainPaths.auditLog, permission: 'auditLog.read' },
  { name: 'connection', key: 'c', href: mainPaths.connection, permission: 'connection.read' },
] as const satisfies readonly { name: string; key: string; href: string; permission: Permission }[];
