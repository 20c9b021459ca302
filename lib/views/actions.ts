'use server';

import { defineAction } from '#lib/entry/define-action.ts';
import * as schema from '#lib/views/schema.ts';
import * as views from '#lib/views/service.ts';

export const saveView = defineAction({
  permission: 'views.save',
  input: schema.saveViewSchema,
  run: ({ context, viewer }, input) => views.saveView(context, viewer, input),
});

export const changeView = defineAction({
  permission: 'views.save',
  input: schema.changeViewSchema,
  run: ({ context, viewer }, input) => views.changeView(context, viewer, input),
});

export const deleteView = defineAction({
  permission: 'views.save',
  input: schema.deleteViewSchema,
  run: ({ context, viewer }, input) => views.deleteView(context, viewer, input),
});

export const chooseDefaultView = defineAction({
  permission: 'views.save',
  input: schema.chooseDefaultSchema,
  run: ({ context, viewer }, input) => views.chooseDefault(context, viewer, input),
});
