import type { Locator, Page } from 'playwright/test';
import { fieldsOf, fillBind, openReview } from '#e2e/steps/bind-steps.ts';

export type Typed = {
  number: string;
  /** The label of the radio; left out: as the form has it. */
  type?: 'Line number' | 'Internal number' | 'Not sent';
  /** Null: the choice to send no URL. */
  url: string | null;
};

/** Fills the bind form as a person does, every part of it, and opens the review. */
export async function reviewTyped(
  page: Page,
  origin: string,
  { url, type, number }: Typed,
): Promise<Locator> {
  await page.goto(`${origin}/bind`);
  await fillBind(page, { number, ...(url === null ? {} : { url }) });
  const fields = fieldsOf(page);
  if (url === null) await fields.omitUrl.check();
  if (type) await fields.type(type).check();
  return openReview(page);
}

/** The names and values under "What will be sent", as the dialog shows them. */
export async function shownFields(dialog: Locator): Promise<Map<string, string>> {
  const section = dialog.locator('section', { hasText: 'What will be sent' });
  const names = await section.locator('dt').allTextContents();
  const values = await section.locator('dd').allTextContents();
  return new Map(names.map((name, index) => [name, values[index] ?? '']));
}

/** The body that says exactly what the dialog shows, written from the documentation and in its order of fields. */
export function bodyOf(shown: ReadonlyMap<string, string>): string {
  const url = shown.get('Callback URL') ?? '';
  const type = /\((\w+)\)$/.exec(shown.get('Number type') ?? '')?.[1];
  const fields = [
    `"SdkAppId":${/\d+$/.exec(shown.get('App') ?? '')?.[0]}`,
    `"Number":${JSON.stringify(shown.get('Number'))}`,
    ...(url === 'Not sent' ? [] : [`"CallInInterface":{"URL":${JSON.stringify(url)}}`]),
    ...(type === undefined ? [] : [`"NumberType":${JSON.stringify(type)}`]),
  ];
  return `{${fields.join(',')}}`;
}
