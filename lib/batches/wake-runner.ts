import 'server-only';
import { perProcess } from '#lib/server/per-process.ts';

const bell = () => perProcess<{ ring: (() => void) | null }>('batch-runner', () => ({ ring: null }));

/** Tells this process's runner that there may be something to do. Others notice within a second. */
export const pokeRunner = (): void => bell().ring?.();

/** Who is told. */
export const onPoke = (ring: (() => void) | null): void => {
  bell().ring = ring;
};
