'use server';

import { headers } from 'next/headers';
import { recordEvent } from '#lib/audit-log/service.ts';
import { getAuth } from '#lib/auth/auth.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { findSession } from '#lib/auth/session.ts';
import { signOut as endSession, type SignedIn } from '#lib/auth/sign-in.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { settleAction } from '#lib/entry/catch-unexpected.ts';
import { defineAction, definePublicAction } from '#lib/entry/define-action.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { paths } from '#lib/paths.ts';
import * as entrance from '#lib/people/account-setup.ts';
import { signInRecorded } from '#lib/people/record-sign-in.ts';
import * as schema from '#lib/people/schema.ts';
import * as people from '#lib/people/service.ts';
import { sendCookies, sendHeader } from '#lib/server/answer.ts';
import { env } from '#lib/server/env.ts';

/** Whom a link is for. A read, but a POST: the token must not stand in an address. */
export const readInvitation = definePublicAction({
  input: schema.linkInputSchema,
  run: ({ context }, { token }) => entrance.readInvitation(context.db, token),
});

/** Whether a set-up link still works. */
export const readSetup = definePublicAction({
  input: schema.linkInputSchema,
  run: ({ context }, { token }) => entrance.readSetup(context.db, token),
});

/** Where the browser goes now; by a full load, so that nothing of whoever was here before stays in it. */
type Destination = { to: string; viewerId: string };

function admitted(result: Result<SignedIn>, next: string | null = null): Result<Destination> {
  if (!result.ok) return result;
  sendCookies(result.value.responseHeaders.getSetCookie());
  return ok({ to: safeNext(next) ?? paths.home, viewerId: result.value.userId });
}

export const signIn = definePublicAction({
  input: schema.signInInputSchema,
  run: async ({ context, headers }, { next, ...credentials }) =>
    admitted(await signInRecorded({ db: context.db, auth: await getAuth() }, credentials, headers), next),
});

export const setUp = definePublicAction({
  input: schema.setUpInputSchema,
  run: async ({ context, headers }, input) => {
    const needsApp = (await context.apps()).length === 0;
    const ground = { db: context.db, auth: await getAuth(), needsApp };
    return admitted(await entrance.completeSetUp(ground, input, headers));
  },
});

export const acceptInvitation = definePublicAction({
  input: schema.acceptInputSchema,
  run: async ({ context, headers }, input) =>
    admitted(await entrance.acceptInvitation({ db: context.db, auth: await getAuth() }, input, headers)),
});

/** Whoever calls it, only their own session ends. The page leaves for sign-in by a full load. */
export async function signOut(): Promise<void> {
  await settleAction(async () => {
    const [{ db }, auth, requestHeaders] = await Promise.all([getContext(), getAuth(), headers()]);
    const viewer = await findSession({ db, auth }, requestHeaders);
    if (viewer) await recordEvent({ db }, viewer, { kind: 'signIn', details: { act: 'signed_out' } });
    const responseHeaders = await endSession(auth, requestHeaders);
    sendCookies(responseHeaders.getSetCookie());
    sendHeader('clear-site-data', '"storage"');
    return ok(null);
  });
}

const permission = 'people.manage';

export const addPerson = defineAction({
  permission,
  input: schema.addPersonInputSchema,
  run: ({ context, viewer }, input) =>
    people.addPerson({ db: context.db, origin: env.appOrigin }, viewer, input),
});

export const renewLink = defineAction({
  permission,
  input: schema.renewLinkInputSchema,
  run: ({ context, viewer }, input) =>
    people.renewLink({ db: context.db, origin: env.appOrigin }, viewer, input),
});

export const changeRole = defineAction({
  permission,
  input: schema.changeRoleInputSchema,
  run: ({ context, viewer }, input) => people.changeRole(context, viewer, input),
});

export const setDisabled = defineAction({
  permission,
  input: schema.setDisabledInputSchema,
  run: ({ context, viewer }, input) => people.setDisabled(context, viewer, input),
});
