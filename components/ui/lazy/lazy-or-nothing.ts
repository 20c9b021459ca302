import { type ComponentType, lazy } from 'react';
import { isMissingPart } from '#components/ui/lazy/missing-chunk.ts';

/**
 * React's `lazy` for an extra of a page that every other page loads too: where it does not arrive, nothing stands in its
 * place. It brings no notice and no retry, unlike `lazyWithRetry`, so it adds next to nothing to a first load.
 */
export const lazyOrNothing = <Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(async () => {
    try {
      return await load();
    } catch (error) {
      if (!isMissingPart(error)) throw error;
      return { default: () => null };
    }
  });
