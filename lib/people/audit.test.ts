import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Auth } from '#lib/auth/better-auth.ts';
import { ensureFirstAdmin } from '#lib/auth/setup.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { events } from '#lib/db/schema.ts';
import { actorIds } from '#lib/domain/recorded-event.ts';
import { acceptInvitation, completeSetUp } from '#lib/people/account-setup.ts';
import { ensureFirstAdminRecorded } from '#lib/people/first-admin.ts';
import { signInRecorded } from '#lib/people/record-sign-in.ts';
import { makeResetLink } from '#lib/people/reset.ts';
import { addPerson, changeRole, renewLink, setDisabled } from '#lib/people/service.ts';
import {
  addTestPerson,
  browserHeaders,
  createTestAuth,
  testOrigin,
  testPassword,
} from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { unwrap } from '#lib/testing/unwrap.ts';

const tokenOf = (url: string) => new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? '';
const password = 'gandalf knits at noon';

describeOnEachDatabase('what the audit log holds of people', (database) => {
  let auth: Auth;
  let mei: Viewer;
  const ground = () => ({ db: database().db, auth, origin: testOrigin });
  const recorded = () => database().db.select().from(events).orderBy(events.id);
  const signIn = (email: string, typed: string, address?: string) =>
    signInRecorded(ground(), { email, password: typed }, browserHeaders(undefined, address));
  const accept = async (url: string) =>
    unwrap(
      await acceptInvitation(
        ground(),
        { token: tokenOf(url), password },
        browserHeaders(undefined, '198.51.100.9'),
      ),
    );

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    await database().clear();
    const id = await addTestPerson(database().db, 'mei@example.net', 'admin');
    mei = {
      id,
      name: 'mei',
      email: 'mei@example.net',
      role: 'admin',
      sessionId: 's',
      address: '203.0.113.7',
    };
  });

  test('who was added, by whom, and that the invitation was used, by an unknown hand', async () => {
    const lin = { name: 'Lin', email: 'lin@example.net', role: 'support' } as const;
    const { person } = unwrap(await addPerson(ground(), mei, lin));
    const { url } = unwrap(await renewLink(ground(), mei, { id: person.id }));
    await accept(url);
    const subject = { personId: person.id, name: 'Lin', email: 'lin@example.net' };
    const by = { id: mei.id, name: 'mei', email: mei.email, address: '203.0.113.7' };
    expect(await recorded()).toMatchObject([
      {
        kind: 'person',
        actorId: mei.id,
        subjectId: person.id,
        details: { act: 'added', ...subject, role: 'support' },
      },
      { kind: 'person', details: { act: 'link_made', ...subject, purpose: 'invitation', replaced: 1 } },
      {
        kind: 'person',
        actorId: actorIds.unknown,
        actorAddress: '198.51.100.9',
        details: { act: 'joined', ...subject, by },
      },
      { kind: 'signIn', actorId: person.id, details: { act: 'signed_in', way: 'link' } },
    ]);
    expect(JSON.stringify(await recorded())).not.toContain(tokenOf(url));
  });

  test('a password reset by a link names who made the link, when, and from where it was used', async () => {
    const samId = await addTestPerson(database().db, 'sam@example.net', 'admin');
    const { url } = unwrap(await renewLink(ground(), mei, { id: samId }));
    await accept(url);
    const [made, reset, ...rest] = await recorded();
    expect(made).toMatchObject({ details: { act: 'link_made', purpose: 'new_password', replaced: 0 } });
    expect(reset).toMatchObject({
      kind: 'reset',
      actorId: actorIds.unknown,
      actorAddress: '198.51.100.9',
      subjectId: samId,
      details: { name: 'sam', by: { id: mei.id, address: '203.0.113.7', at: made?.at.toISOString() } },
    });
    expect(rest).toMatchObject([{ kind: 'signIn', actorId: samId, details: { way: 'link' } }]);
  });

  test('a reset by the command names the command line and who ran it', async () => {
    const made = await makeResetLink(ground(), { email: mei.email, by: 'root@host' });
    if (made.kind !== 'made') throw new Error(made.kind);
    await accept(made.url);
    const reset = (await recorded()).find(({ kind }) => kind === 'reset');
    expect(reset).toMatchObject({
      subjectId: mei.id,
      details: { by: { id: actorIds.commandLine, email: 'root@host', address: null } },
    });
  });

  test('a role, a person disabled with sessions and links, and enabled; what changes nothing is not recorded', async () => {
    const samId = await addTestPerson(database().db, 'sam@example.net', 'support');
    await signIn('sam@example.net', testPassword);
    await changeRole(ground(), mei, { id: samId, role: 'support' });
    await changeRole(ground(), mei, { id: samId, role: 'admin' });
    await renewLink(ground(), mei, { id: samId });
    await setDisabled(ground(), mei, { id: samId, disabled: true });
    await setDisabled(ground(), mei, { id: samId, disabled: true });
    await setDisabled(ground(), mei, { id: samId, disabled: false });
    const acts = (await recorded()).filter(({ actorId }) => actorId === mei.id).map(({ details }) => details);
    expect(acts).toMatchObject([
      { act: 'role_changed', from: 'support', to: 'admin', ended: 1 },
      { act: 'link_made' },
      { act: 'disabled', ended: 0, links: 1 },
      { act: 'enabled', personId: samId },
    ]);
  });

  test('a sign-in, and one that failed with whose email and from where', async () => {
    await signIn(' MEI@Example.net', testPassword);
    await signIn('mei@example.net', 'wrong password here', '198.51.100.9');
    await signIn('Nobody@example.net', testPassword, '<b>evil</b>');
    expect(await recorded()).toMatchObject([
      { actorId: mei.id, actorAddress: '203.0.113.7', details: { act: 'signed_in', way: 'password' } },
      {
        actorId: actorIds.unknown,
        actorEmail: 'mei@example.net',
        actorAddress: '198.51.100.9',
        subjectId: mei.id,
        details: { act: 'failed', page: 'sign_in', personId: mei.id },
      },
      {
        actorEmail: 'nobody@example.net',
        actorAddress: null,
        subjectId: null,
        details: { act: 'failed', personId: null },
      },
    ]);
    expect(JSON.stringify(await recorded())).not.toContain('wrong password');
  });

  test('tries without end leave few events: five looked at, ten held up, and one that counts the rest', async () => {
    for (let n = 0; n < 30; n += 1) await signIn(mei.email, `wrong password ${n}`);
    const acts = (await recorded()).map(({ kind, details }) => ('act' in details ? details.act : kind));
    expect(acts.filter((act) => act === 'failed').length).toBeLessThanOrEqual(10);
    expect(acts.filter((act) => act === 'throttled')).toHaveLength(10);
    expect(acts.filter((act) => act === 'counted')).toHaveLength(1);
  });

  test('the first admin: by the link with the first app, or by the environment', async () => {
    await database().clear();
    const env = { appOrigin: testOrigin, firstAdmin: null };
    const link = await ensureFirstAdmin(database().db, env, async () => {});
    const input = {
      token: tokenOf(link ?? ''),
      name: 'Ada',
      email: 'Ada@example.net',
      password,
      appId: '1400000000',
      appName: 'Hotline',
    };
    const { userId } = unwrap(await completeSetUp({ ...ground(), needsApp: true }, input, browserHeaders()));
    expect(await recorded()).toMatchObject([
      {
        kind: 'person',
        actorId: userId,
        subjectId: userId,
        actorAddress: '203.0.113.7',
        details: { act: 'set_up', way: 'link', email: 'ada@example.net' },
      },
      { kind: 'app', actorId: userId, appId: '1400000000', details: { act: 'added', new: 'Hotline' } },
      { kind: 'signIn', actorId: userId, details: { way: 'set_up' } },
    ]);
    await database().clear();
    const firstAdmin = { email: 'Ops@Example.net', password: testPassword };
    await Promise.all([1, 2].map(() => ensureFirstAdminRecorded(database().db, { ...env, firstAdmin })));
    expect(await recorded()).toMatchObject([
      { actorId: actorIds.system, details: { act: 'set_up', way: 'environment', email: 'ops@example.net' } },
    ]);
  });
});
