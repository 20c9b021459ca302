'use server';

import { headers } from 'next/headers';
import { getAuth } from '#lib/auth/auth.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { signIn as checkPassword, signOut as endSession, type SignedIn } from '#lib/auth/sign-in.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { defineAction, definePublicAction } from '#lib/entry/define-action.ts';
import { settleAction } from '#lib/entry/settle.ts';
import { paths } from '#lib/paths.ts';
import * as entrance from '#lib/people/entrance.ts';
import * as schema from '#lib/people/schema.ts';
import * as people from '#lib/people/service.ts';
import { sendCookies } from '#lib/server/answer.ts';
import { env } from '#lib/server/env.ts';

/** Where the browser goes now; by a full load, so that nothing of whoever was here before stays in it. */
type Destination = { to: string };

function admitted(result: Result<SignedIn>, next: string | null = null): Result<Destination> {
  if (!result.ok) return result;
  sendCookies(result.value.responseHeaders.getSetCookie());
  return ok({ to: safeNext(next) ?? paths.home });
}

export const signIn = definePublicAction({
  input: schema.signInInputSchema,
  run: async ({ context, headers }, { next, ...credentials }) =>
    admitted(await checkPassword({ db: context.db, auth: await getAuth() }, credentials, headers), next),
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
    const responseHeaders = await endSession(await getAuth(), await headers());
    sendCookies(responseHeaders.getSetCookie());
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
