import type { Page } from 'playwright/test';
import { confirmOf, expectResult, reviewBinding, type Wanted } from '#e2e/steps/bind-steps.ts';

type Seed = Required<Pick<Wanted, 'number' | 'url'>>;

/**
 * Fills history: the first binding goes through the form, and each further one repeats its request with another
 * number and URL. Numbers in their sent form, none bound before. Returns how to add one more the same quick way.
 */
export async function seedHistory(page: Page, origin: string, [first, ...more]: readonly Seed[]) {
  if (!first) throw new Error('There is nothing to bind.');
  const dialog = await reviewBinding(page, origin, first);
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST' && sent.postData()?.includes(first.url) === true),
    confirmOf(dialog).click(),
  ]);
  await expectResult(page, 'Bound');
  const { 'content-length': _length, ...headers } = await request.allHeaders();
  const [content] = JSON.parse(request.postData() ?? '[]') as [Record<string, unknown>];

  const bindLikeIt = async ({ number, url }: Seed): Promise<void> => {
    const input = { ...content, number, callbackUrl: url, idempotencyKey: crypto.randomUUID() };
    const answer = await page.request.post(request.url(), { headers, data: JSON.stringify([input]) });
    const text = await answer.text();
    if (!text.includes('"bound"')) throw new Error(`${number} was not bound: ${answer.status()} ${text}`);
  };
  for (const seed of more) await bindLikeIt(seed);
  return bindLikeIt;
}
