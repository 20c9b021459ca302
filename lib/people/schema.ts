import * as z from 'zod/mini';
import { passwordLimits } from '#lib/auth/limits.ts';
import { roles } from '#lib/domain/role.ts';
import { shownName as name } from '#lib/domain/shown-name.ts';

// Messages are problem codes: see readInput of lib/entry.

const missing = (error: string) => z.minLength(1, { error, abort: true });

const email = z
  .string()
  .check(
    z.trim(),
    missing('email_missing'),
    z.maxLength(254, 'email_malformed'),
    z.regex(z.regexes.email, 'email_malformed'),
  );

const newPassword = z
  .string()
  .check(
    missing('password_missing'),
    z.minLength(passwordLimits.min, 'password_too_short'),
    z.maxLength(passwordLimits.max, 'password_too_long'),
  );

const token = z.string().check(z.maxLength(100));
const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
const role = z.enum(roles);

/** The password is any text: one that could never have been set is wrong, not malformed. */
export const signInInputSchema = z.strictObject({
  email,
  password: z.string().check(missing('password_missing'), z.maxLength(1000, 'password_too_long')),
  /** Where to go afterwards, as the address bar had it. */
  next: z.nullable(z.string().check(z.maxLength(4000))),
});
export type SignInInput = z.infer<typeof signInInputSchema>;

export const setUpInputSchema = z.strictObject({
  token,
  name,
  email,
  password: newPassword,
  /** Null where the environment or the database already names the apps. */
  appId: z.nullable(z.string().check(z.trim(), z.regex(/^[1-9][0-9]{0,15}$/, 'app_malformed'))),
  appName: z.nullable(name),
});
export type SetUpInput = z.infer<typeof setUpInputSchema>;

export const changeNameInputSchema = z.strictObject({ name });
export type ChangeNameInput = z.infer<typeof changeNameInputSchema>;

export const changePasswordInputSchema = z.strictObject({
  current: z.string().check(missing('password_missing'), z.maxLength(1000, 'password_too_long')),
  next: newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInputSchema>;

export const endSessionInputSchema = z.strictObject({ sessionId: id });
export type EndSessionInput = z.infer<typeof endSessionInputSchema>;

export const endOtherSessionsInputSchema = z.strictObject({});

export const confirmResetsInputSchema = z.strictObject({});

export const linkInputSchema = z.strictObject({ token });

export const acceptInputSchema = z.strictObject({ token, password: newPassword });
export type AcceptInput = z.infer<typeof acceptInputSchema>;

export const addPersonInputSchema = z.strictObject({ name, email, role });
export type AddPersonInput = z.infer<typeof addPersonInputSchema>;

export const changeRoleInputSchema = z.strictObject({ id, role });
export type ChangeRoleInput = z.infer<typeof changeRoleInputSchema>;

export const setDisabledInputSchema = z.strictObject({ id, disabled: z.boolean() });
export type SetDisabledInput = z.infer<typeof setDisabledInputSchema>;

export const renewLinkInputSchema = z.strictObject({ id });
export type RenewLinkInput = z.infer<typeof renewLinkInputSchema>;
