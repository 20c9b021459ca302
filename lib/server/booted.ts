import { processSingleton } from '#lib/server/process-singleton.ts';

/** Settles when lib/boot.ts has run inside Next: then the console is ready, and the set-up link is known. */
export const booted = () => processSingleton('booted', () => Promise.withResolvers<void>());
