'use server';

import { defineAction } from '#lib/entry/define-action.ts';
import { preferencesChangeSchema } from '#lib/preferences/schema.ts';
import { changePreferences } from '#lib/preferences/service.ts';

// Without a permission: everybody who is signed in has preferences, and it is their own that are written.
export const savePreferences = defineAction({
  input: preferencesChangeSchema,
  run: ({ context, viewer }, change) => changePreferences(context, viewer, change),
});
