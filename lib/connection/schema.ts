import * as z from 'zod/mini';
import { homeCountries } from '#lib/domain/numbers/home-country.ts';
import { parseSdkAppId } from '#lib/domain/sdk-app-id.ts';
import { shownName } from '#lib/domain/shown-name.ts';

/** The check takes nothing: what is checked is what the server was started with. */
export const checkInputSchema = z.strictObject({});

export const homeCountryInputSchema = z.strictObject({ country: z.enum(homeCountries) });
export type HomeCountryInput = z.infer<typeof homeCountryInputSchema>;

const appId = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'app_id_missing', abort: true }),
  z.refine((text) => parseSdkAppId(text).ok, 'app_malformed'),
);

export const addAppInputSchema = z.strictObject({ appId, name: shownName });
export type AddAppInput = z.infer<typeof addAppInputSchema>;

export const renameAppInputSchema = z.strictObject({ appId, name: shownName });
export type RenameAppInput = z.infer<typeof renameAppInputSchema>;

/** `retired` false brings it back. */
export const retireAppInputSchema = z.strictObject({ appId, retired: z.boolean() });
export type RetireAppInput = z.infer<typeof retireAppInputSchema>;
