import type { BindingView } from '#lib/bindings/view.ts';

/** Whether a binding set a URL that a number was, or may have been, bound to: only that can be put back. */
export const mayHaveBeenInForce = ({
  state,
  callbackUrl,
}: Pick<BindingView, 'state' | 'callbackUrl'>): boolean =>
  callbackUrl !== null && (state === 'bound' || state === 'unknown');
