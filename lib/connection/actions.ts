'use server';

import { checkInputSchema } from '#lib/connection/schema.ts';
import * as connection from '#lib/connection/service.ts';
import { defineAction } from '#lib/entry/define-action.ts';

export const checkCredentials = defineAction({
  permission: 'settings.check',
  input: checkInputSchema,
  run: ({ context, viewer }) => connection.checkCredentials(context, viewer),
});
