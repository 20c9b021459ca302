import type { QueryClient } from '@tanstack/react-query';
import { isSameAsKnown, type ReviewRequest, type ReviewState } from '#components/review/review-request.ts';
import { numberFacts, restore } from '#lib/bind-number/cache.ts';

/** Reads what the dialog asks about, always anew. Rejects with a ProblemError when it cannot be read. */
export async function loadQuestion(client: QueryClient, request: ReviewRequest): Promise<ReviewState> {
  const asking = { step: 'asking', opened: null, problem: null } as const;
  if (request.source === 'form') {
    const { content, appName, unanswered } = request;
    const facts = await client.fetchQuery(numberFacts(content.appId, content.number));
    const unchanged = isSameAsKnown(facts, content) && !unanswered;
    return { ...asking, content, appName, restored: null, facts, unchanged };
  }
  const { restored, facts, refusal, unchanged } = await client.fetchQuery(restore(request.bindingId));
  if (refusal) return { step: 'refused', problem: refusal };
  const { appId, appName, number, numberType, callbackUrl } = restored;
  const content = { appId, number, numberType, callbackUrl, reason: null };
  return { ...asking, content, appName, restored, facts, unchanged };
}
