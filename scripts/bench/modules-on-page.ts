import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { Page } from 'playwright/test';

// The name is never looked up: every request to it is answered here.
const origin = 'http://modules.invalid';
const root = new URL('../../', import.meta.url);
const folders = ['components', 'lib'];
const imports = Object.fromEntries(folders.map((folder) => [`#${folder}/`, `${origin}/${folder}/`]));

/** Opens an empty page that can import this repository's modules as they stand, with nothing bundled and no console behind it. */
export async function openModules(page: Page): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`,
      });
    if (!folders.some((folder) => pathname.startsWith(`/${folder}/`))) return route.fulfill({ status: 404 });
    const source = await readFile(new URL(`.${pathname}`, root), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(source) });
  });
  await page.goto(origin);
}
