import 'server-only';
import { processSingleton } from '#lib/server/process-singleton.ts';

const bell = () => processSingleton<{ ring: (() => void) | null }>('batch-runner', () => ({ ring: null }));

/** Tells this process's runner that there may be something to do. Others notice within a second. */
export const pokeRunner = (): void => bell().ring?.();

/** Who is told. */
export const onPoke = (ring: (() => void) | null): void => {
  bell().ring = ring;
};
