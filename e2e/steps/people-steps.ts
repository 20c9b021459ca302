import type { Browser, Page } from 'playwright/test';

export type Person = { name: string; email: string; password: string; role: 'admin' | 'support' };

export const person = (name: string, role: Person['role']): Person => ({
  name,
  email: `${name.toLowerCase()}@example.net`,
  password: 'words in a row for tests',
  role,
});
export const sam = person('Sam', 'support');
export const cleo = person('Cleo', 'admin');

/** Adds a person on the People page and gives the one-time link that is shown once. */
export async function invite(page: Page, origin: string, person: Person): Promise<string> {
  await page.goto(`${origin}/people`);
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByLabel('Name').fill(person.name);
  await dialog.getByLabel('Email').fill(person.email);
  await dialog.getByLabel('Role').selectOption(person.role);
  await dialog.getByRole('button', { name: 'Add and make link' }).click();
  const handover = page.getByRole('dialog', { name: `Link for ${person.name}` });
  const link = await handover.getByLabel('One-time link').inputValue();
  await handover.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Follows the link in the page, which is then signed in as that person. */
export async function accept(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/invitation');
}

/** A page in a browser of its own, whose person was added by the admin in `adminPage`. */
export async function admit(
  browser: Browser,
  adminPage: Page,
  { origin, person }: { origin: string; person: Person },
): Promise<Page> {
  const link = await invite(adminPage, origin, person);
  const page = await (await browser.newContext()).newPage();
  await accept(page, link, person);
  return page;
}
