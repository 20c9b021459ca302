import type { Role } from '#lib/domain/role.ts';
import { paths } from '#lib/paths.ts';

/** Where a person begins: who may bind at the form, who may not in history. */
export const homeOf = (role: Role): string => (role === 'admin' ? paths.bind : paths.history);
