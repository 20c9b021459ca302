import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { loadQuestion } from '#components/review/load-question.ts';
import type { ReviewRequest } from '#components/review/review-request.ts';
import { numberFacts } from '#lib/bind-number/cache.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';

const content = {
  appId: '1400000000',
  number: '0086075586013388',
  numberType: null,
  callbackUrl: 'https://hooks.acme.com/in',
  reason: null,
};
const request: ReviewRequest = {
  source: 'form',
  number: content.number,
  key: 'a key',
  content,
  appName: 'Main line',
  unanswered: false,
};
const none = { certainty: 'none', url: null, hiddenMarks: [], numberType: null, bindingId: null };
const factsOf = (newestBindingId: string) => ({
  ...{ appId: content.appId, number: content.number, newestBindingId, pending: null },
  current: { ...none, setBy: null, setAt: null },
});

afterEach(() => vi.unstubAllGlobals());

test('a read that the card beside the form began is not taken for an answer to the question', async () => {
  const early = Promise.withResolvers<Response>();
  const ask = vi.fn<typeof fetch>().mockReturnValueOnce(early.promise);
  ask.mockImplementation(async () => Response.json(factsOf('later')));
  vi.stubGlobal('fetch', ask);
  const client = makeQueryClient();
  const card = new QueryObserver(client, numberFacts(content.appId, content.number));
  const leave = card.subscribe(() => {});
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));

  const question = loadQuestion(client, request);
  early.resolve(Response.json(factsOf('early')));

  await expect(question).resolves.toMatchObject({ step: 'asking', facts: { newestBindingId: 'later' } });
  expect(card.getCurrentResult().data?.newestBindingId).toBe('later');
  leave();
});
