import { perProcess } from '#lib/server/per-process.ts';

/** Settles when lib/boot.ts has run inside Next: then the console is ready, and the set-up link is known. */
export const booted = () => perProcess('booted', () => Promise.withResolvers<void>());
