import 'server-only';
import { insertPerson } from '#lib/auth/accounts.ts';
import { linkLimits } from '#lib/auth/limits.ts';
import { issueLink } from '#lib/auth/links.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { paths } from '#lib/paths.ts';
import type {
  AddPersonInput,
  ChangeRoleInput,
  RenewLinkInput,
  SetDisabledInput,
} from '#lib/people/schema.ts';
import {
  anotherAdminThan,
  findPersonRow,
  listPeopleRows,
  updateDisabled,
  updateRole,
} from '#lib/people/store.ts';
import { type OneTimeLink, type PersonView, toPersonView } from '#lib/people/view.ts';

type Ground = { db: Database; origin: string };

const mayManage = (viewer: Viewer): boolean => can(viewer, 'people.manage');

/** Everybody who was ever added, by name. */
export async function listPeople({ db }: Pick<Ground, 'db'>, viewer: Viewer): Promise<Result<PersonView[]>> {
  if (!mayManage(viewer)) return fail(problem('forbidden'));
  return ok((await listPeopleRows(db)).map(toPersonView));
}

/** Adds a person and returns the link with which they set their password; 72 hours, once. */
export async function addPerson(
  ground: Ground,
  viewer: Viewer,
  input: AddPersonInput,
): Promise<Result<OneTimeLink>> {
  if (!mayManage(viewer)) return fail(problem('forbidden'));
  return ground.db.transaction(async (db) => {
    const id = await insertPerson(db, input);
    return id === null ? fail(problem('email_taken', { field: 'email' })) : makeLink({ ...ground, db }, id);
  });
}

/** A fresh link for an invited person, or for a new password; the old password works until it is used. */
export async function renewLink(
  ground: Ground,
  viewer: Viewer,
  { id }: RenewLinkInput,
): Promise<Result<OneTimeLink>> {
  if (!mayManage(viewer)) return fail(problem('forbidden'));
  return ground.db.transaction((db) => makeLink({ ...ground, db }, id));
}

async function makeLink({ db, origin }: Ground, userId: string): Promise<Result<OneTimeLink>> {
  const person = await findPersonRow(db, userId);
  if (!person || person.disabled) return fail(problem('not_found'));
  const token = await issueLink(db, { purpose: 'invitation', userId, lifetimeMs: linkLimits.invitationMs });
  return ok({ person: toPersonView(person), url: new URL(paths.invitation(token), origin).href });
}

/** Takes effect on the person's next request, which finds them signed out. */
export const changeRole = (ground: Pick<Ground, 'db'>, viewer: Viewer, { id, role }: ChangeRoleInput) =>
  change(ground, viewer, { id, staysAdmin: role === 'admin' }, (db) => updateRole(db, id, role));

/** Takes effect on the person's next request. */
export const setDisabled = (ground: Pick<Ground, 'db'>, viewer: Viewer, { id, disabled }: SetDisabledInput) =>
  change(ground, viewer, { id, staysAdmin: !disabled }, (db) => updateDisabled(db, id, disabled));

/** Nobody changes themselves, and the last admin stays one. */
async function change(
  { db }: Pick<Ground, 'db'>,
  viewer: Viewer,
  target: { id: string; staysAdmin: boolean },
  apply: (inside: Database) => Promise<void>,
): Promise<Result<PersonView>> {
  if (!mayManage(viewer)) return fail(problem('forbidden'));
  if (target.id === viewer.id) return fail(problem('cannot_change_self'));
  return db.transaction(async (inside) => {
    if (!target.staysAdmin && !(await anotherAdminThan(inside, target.id)))
      return fail(problem('last_admin'));
    await apply(inside);
    const person = await findPersonRow(inside, target.id);
    return person ? ok(toPersonView(person)) : fail(problem('not_found'));
  });
}
