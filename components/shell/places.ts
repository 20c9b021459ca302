import type { Permission } from '#lib/auth/permissions.ts';
import { paths } from '#lib/paths.ts';

/** The pages of the console in the order they are shown; each viewer is shown those they may open. */
export const places = [
  { name: 'overview', href: paths.home, permission: 'bindings.read' },
  { name: 'bind', href: paths.bind, permission: 'bindings.create' },
  { name: 'history', href: paths.history, permission: 'bindings.read' },
  { name: 'numbers', href: paths.numbers, permission: 'bindings.read' },
  { name: 'bulk', href: paths.bulk, permission: 'batches.read' },
  { name: 'people', href: paths.people, permission: 'people.manage' },
  { name: 'records', href: paths.records, permission: 'records.read' },
  { name: 'settings', href: paths.settings, permission: 'settings.read' },
] as const satisfies readonly { name: string; href: string; permission: Permission }[];
