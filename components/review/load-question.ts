import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import { isSameAsKnown, type ReviewRequest, type ReviewState } from '#components/review/review-request.ts';
import { numberFacts, restore } from '#lib/bind-number/cache.ts';

/** Reads what the dialog asks about, always anew. Rejects with a ProblemError when it cannot be read. */
export async function loadQuestion(client: QueryClient, request: ReviewRequest): Promise<ReviewState> {
  const asking = { step: 'asking', opened: null, problem: null } as const;
  if (request.source === 'form') {
    const { content, appName, unanswered } = request;
    const facts = await readAnew(client, numberFacts(content.appId, content.number));
    const unchanged = isSameAsKnown(facts, content) && !unanswered;
    return { ...asking, content, appName, restored: null, facts, unchanged };
  }
  const { restored, facts, refusal, unchanged } = await readAnew(client, restore(request.bindingId));
  if (refusal) return { step: 'refused', problem: refusal };
  const { appId, appName, number, numberType, callbackUrl } = restored;
  const content = { appId, number, numberType, callbackUrl, reason: null };
  return { ...asking, content, appName, restored, facts, unchanged };
}

/**
 * `fetchQuery` joins a read that is under way, such as that of the card beside the form. Its answer can be of a time before the
 * question, so that read is given up.
 */
async function readAnew<Value, Key extends QueryKey>(
  client: QueryClient,
  options: FetchQueryOptions<Value, Error, Value, Key>,
): Promise<Value> {
  await client.cancelQueries({ queryKey: options.queryKey, exact: true });
  return client.fetchQuery(options);
}
