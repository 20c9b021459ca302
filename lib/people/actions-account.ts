'use server';

import { headers } from 'next/headers';
import { getAuth } from '#lib/auth/auth.ts';
import { readDevice } from '#lib/auth/device.ts';
import { signerOf } from '#lib/auth/sign-in.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { defineAction } from '#lib/entry/define-action.ts';
import * as account from '#lib/people/account.ts';
import * as resets from '#lib/people/resets.ts';
import * as schema from '#lib/people/schema.ts';

// Everybody's own account: no permission is asked for, only who it is.

const withDevice = async (viewer: Viewer) => ({
  ...viewer,
  deviceId: readDevice(await headers(), signerOf(await getAuth())),
});

export const changeName = defineAction({
  input: schema.changeNameInputSchema,
  run: ({ context, viewer }, input) => account.changeName(context, viewer, input),
});

export const changePassword = defineAction({
  input: schema.changePasswordInputSchema,
  run: async ({ context, viewer }, input) => account.changePassword(context, await withDevice(viewer), input),
});

export const endSession = defineAction({
  input: schema.endSessionInputSchema,
  run: ({ context, viewer }, input) => account.endSession(context, viewer, input),
});

export const endOtherSessions = defineAction({
  input: schema.endOtherSessionsInputSchema,
  run: async ({ context, viewer }) => account.endOtherSessions(context, await withDevice(viewer)),
});

export const confirmResets = defineAction({
  input: schema.confirmResetsInputSchema,
  run: ({ context, viewer }) => resets.confirmResets(context, viewer),
});
