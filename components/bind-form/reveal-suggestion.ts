import { revealUrl } from '#lib/bind-number/actions.ts';
import { callAction } from '#lib/client/call-action.ts';
import type { Result } from '#lib/domain/result.ts';

/** The whole URL that a binding set; the look is recorded first. */
export const revealSuggestion = (bindingId: string): Promise<Result<{ url: string }>> =>
  callAction(revealUrl, { bindingId, which: 'new' });
