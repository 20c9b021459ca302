import { revealUrl } from '#lib/bindings/actions.ts';
import type { Result } from '#lib/domain/result.ts';
import { callAction } from '#lib/entry/call-action.ts';

/** The whole URL that a binding set; the look is recorded first. */
export const revealSuggestion = (bindingId: string): Promise<Result<{ url: string }>> =>
  callAction(revealUrl, { bindingId, which: 'new' });
