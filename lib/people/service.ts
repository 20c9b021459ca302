import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { insertPerson } from '#lib/auth/accounts.ts';
import { linkLimits } from '#lib/auth/limits.ts';
import { issueLink, revokeLinks } from '#lib/auth/links.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import type { PersonAct } from '#lib/domain/recorded-event.ts';
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
  type PersonRow,
  subjectOf,
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
    if (id === null) return fail(problem('email_taken', { field: 'email' }));
    const person = await findPersonRow(db, id);
    if (!person) throw new Error('A person just added is there.');
    const details = { act: 'added', ...subjectOf(person), role: person.role } as const;
    return issue({ ...ground, db }, person, await recordEvent({ db }, viewer, { kind: 'person', details }));
  });
}

/** A fresh link for an invited person, or for a new password; the old password works until it is used. */
export async function renewLink(
  ground: Ground,
  viewer: Viewer,
  { id }: RenewLinkInput,
): Promise<Result<OneTimeLink>> {
  if (!mayManage(viewer)) return fail(problem('forbidden'));
  return ground.db.transaction(async (db) => {
    const person = await findPersonRow(db, id);
    if (!person || person.disabled) return fail(problem('not_found'));
    const replaced = await revokeLinks(db, id);
    const purpose = person.hasPassword ? 'new_password' : 'invitation';
    const details = { act: 'link_made', ...subjectOf(person), purpose, replaced } as const;
    return issue({ ...ground, db }, person, await recordEvent({ db }, viewer, { kind: 'person', details }));
  });
}

/** Makes the link; the event says who asked for it. */
async function issue(
  { db, origin }: Ground,
  person: PersonRow,
  eventId: string,
): Promise<Result<OneTimeLink>> {
  const { invitationMs: lifetimeMs } = linkLimits;
  const token = await issueLink(db, { purpose: 'invitation', userId: person.id, eventId, lifetimeMs });
  return ok({ person: toPersonView(person), url: new URL(paths.invitation(token), origin).href });
}

/** Takes effect on the person's next request, which finds them signed out. */
export const changeRole = (ground: Pick<Ground, 'db'>, viewer: Viewer, { id, role }: ChangeRoleInput) =>
  change(ground, viewer, { id, staysAdmin: role === 'admin' }, async (db, person) => {
    if (person.role === role) return null;
    const details = { act: 'role_changed', ...subjectOf(person), from: person.role, to: role } as const;
    return { ...details, ...(await updateRole(db, id, role)) };
  });

/** Takes effect on the person's next request. */
export const setDisabled = (ground: Pick<Ground, 'db'>, viewer: Viewer, { id, disabled }: SetDisabledInput) =>
  change(ground, viewer, { id, staysAdmin: !disabled }, async (db, person) => {
    if (person.disabled === disabled) return null;
    const ended = await updateDisabled(db, id, disabled);
    const subject = subjectOf(person);
    return disabled ? { act: 'disabled', ...subject, ...ended } : { act: 'enabled', ...subject };
  });

/** Nobody changes themselves, and the last admin stays one. `apply` gives what to record, or null where nothing changes. */
async function change(
  { db }: Pick<Ground, 'db'>,
  viewer: Viewer,
  target: { id: string; staysAdmin: boolean },
  apply: (inside: Database, person: PersonRow) => Promise<PersonAct | null>,
): Promise<Result<PersonView>> {
  if (!mayManage(viewer)) return fail(problem('forbidden'));
  if (target.id === viewer.id) return fail(problem('cannot_change_self'));
  return db.transaction(async (inside) => {
    if (!target.staysAdmin && !(await anotherAdminThan(inside, target.id)))
      return fail(problem('last_admin'));
    const before = await findPersonRow(inside, target.id);
    if (!before) return fail(problem('not_found'));
    const details = await apply(inside, before);
    if (details === null) return ok(toPersonView(before));
    await recordEvent({ db: inside }, viewer, { kind: 'person', details });
    const after = await findPersonRow(inside, target.id);
    return after ? ok(toPersonView(after)) : fail(problem('not_found'));
  });
}
