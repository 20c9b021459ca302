import type { Role } from '#lib/domain/role.ts';

/** `invited`: no password yet, so that nobody can sign in as them. */
export type PersonState = 'active' | 'invited' | 'disabled';

/** What an admin sees of a person. Times are UTC ISO 8601. */
export type PersonView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: PersonState;
  lastSignInAt: string | null;
};

/** Shown once to the admin who made it; the server keeps only a digest. */
export type OneTimeLink = { person: PersonView; url: string };

type Row = {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  hasPassword: boolean;
  lastSignInAt: Date | null;
};

export const toPersonView = ({ disabled, hasPassword, lastSignInAt, ...rest }: Row): PersonView => ({
  ...rest,
  state: disabled ? 'disabled' : hasPassword ? 'active' : 'invited',
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
});
