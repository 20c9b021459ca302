'use server';

import * as apps from '#lib/connection/apps.ts';
import * as homeCountry from '#lib/connection/home-country.ts';
import * as schema from '#lib/connection/schema.ts';
import * as connection from '#lib/connection/service.ts';
import { defineAction } from '#lib/entry/define-action.ts';

export const checkCredentials = defineAction({
  permission: 'connection.check',
  input: schema.checkInputSchema,
  run: ({ context, viewer }) => connection.checkCredentials(context, viewer),
});

const permission = 'connection.change';

export const setHomeCountry = defineAction({
  permission,
  input: schema.homeCountryInputSchema,
  run: ({ context, viewer }, input) => homeCountry.setHomeCountry(context, viewer, input),
});

export const addApp = defineAction({
  permission,
  input: schema.addAppInputSchema,
  run: ({ context, viewer }, input) => apps.addApp(context, viewer, input),
});

export const renameApp = defineAction({
  permission,
  input: schema.renameAppInputSchema,
  run: ({ context, viewer }, input) => apps.renameApp(context, viewer, input),
});

export const setAppRetired = defineAction({
  permission,
  input: schema.retireAppInputSchema,
  run: ({ context, viewer }, input) => apps.setAppRetired(context, viewer, input),
});
