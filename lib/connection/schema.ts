import * as z from 'zod/mini';

/** The check takes nothing: what is checked is what the server was started with. */
export const checkInputSchema = z.strictObject({});
