import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What holds on every page, in every state of it: axe finds nothing in light or dark, and at 360 px nothing has to be
 * scrolled sideways. `state` names it in a failure.
 */
export async function expectForEveryone(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, for colours half-way through a fade are nobody's colours.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Written anew, a page is without its title for a moment.
    await expect(page, state).toHaveTitle(/\S/);
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`));
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const tooWide = () =>
    page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  await expect.poll(tooWide, { message: `${state}, 360 px` }).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  if (size) await page.setViewportSize(size);
}
