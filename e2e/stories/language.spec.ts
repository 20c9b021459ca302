import type { Page } from 'playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { fieldsOf, fillBind } from '#e2e/steps/bind-steps.ts';

// English and 简体中文, light and dark: changed in the middle of the work, and nothing typed is lost.

const wanted = { number: '0755 8603 1001', url: 'https://hooks.acme.com/语言', reason: 'OPS-22' };

test('switching language and theme keeps what is typed', async ({ adminPage: page, console: running }) => {
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, wanted);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('绑定号码');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('textbox', { name: '号码', exact: true })).toHaveValue(wanted.number);
  await expect(page.getByRole('textbox', { name: '回调 URL', exact: true })).toHaveValue(wanted.url);
  await expect(page.getByRole('textbox', { name: '原因或工单号' })).toHaveValue(wanted.reason);

  const canvas = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await canvas();
  await page.getByRole('combobox', { name: '主题' }).selectOption('深色');
  await expect.poll(canvas).not.toBe(light);
  await expect(page.getByRole('textbox', { name: '号码', exact: true })).toHaveValue(wanted.number);
  await page.reload();
  expect(await canvas()).not.toBe(light);
  await expect(page.getByRole('textbox', { name: '号码', exact: true })).toHaveValue(wanted.number);
  await page.getByRole('combobox', { name: '语言' }).selectOption('English');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bind a number');
  await expect(fieldsOf(page).number).toHaveValue(wanted.number);
});

test('in 简体中文 no English sentence is left on any page', async ({ adminPage: page, console: running }) => {
  await page.context().addCookies([{ name: 'patchboard-locale', value: 'zh-CN', url: running.origin }]);
  for (const [path, heading] of [
    ['/bind', '绑定号码'],
    ['/history?q=nobody', '历史记录'],
    ['/people', '成员'],
    ['/nowhere', '此地址没有内容'],
  ] as const) {
    await page.goto(`${running.origin}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    expect(await latinTexts(page), path).toEqual([]);
  }
  await page.goto(`${running.origin}/bind`);
  await page.getByRole('button', { name: '核对绑定' }).click();
  await expect(page.getByRole('alert').getByRole('heading')).toHaveText('有内容需要修改');
  expect(await latinTexts(page), 'errors').toEqual([]);
});

/** Headings, labels, buttons, links and paragraphs that hold two Latin words in a row which are no name. */
async function latinTexts(page: Page): Promise<string[]> {
  const texts = await page.locator('h1, h2, h3, label, legend, button, a, th, p, option').allInnerTexts();
  const names = /\b(URL|https|RequestId|SdkAppId|Patchboard|Main line|Sales|English)\b/g;
  return texts.filter((text) => !/@/.test(text) && /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text.replace(names, '')));
}
