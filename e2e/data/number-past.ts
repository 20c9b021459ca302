import type { Locator, Page } from 'playwright/test';
import { testOver } from '#e2e/data/past-console.ts';
import { pastBinding } from '#e2e/data/seed-bindings.ts';

// One number's past, and its page. Browsers are in Asia/Shanghai: 14:05 there is 06:05 UTC.

export const number = '0086075586013388';
export const busy = '0086075586013399';
export const doubtful = '0086075586013400';
export const address = (of: string) => `/numbers/1400000000/${of}`;
const ben = { actorId: 'person-ben', actorName: 'Ben Brook', actorEmail: 'ben@acme.com' };
const url = (flow: string) => `https://ivr.acme.com/in/${flow}?lang=zh&token=hush`;
/** As everybody sees it. */
export const shown = (flow: string) => url(flow).replace('hush', '***');

export const first = pastBinding('2026-02-02T06:00:00Z', { number, callbackUrl: url('a') });
const refused = pastBinding('2026-02-20T06:00:00Z', {
  number,
  callbackUrl: url('b'),
  state: 'refused',
  code: 'OperationDenied',
});
export const unknown = pastBinding('2026-03-03T06:00:00Z', {
  number,
  callbackUrl: url('c'),
  state: 'unknown',
  ...ben,
});
export const last = pastBinding('2026-03-04T06:00:00Z', {
  number,
  callbackUrl: url('d'),
  reason: 'OPS-1311',
  ...ben,
});
export const older = Array.from({ length: 30 }, (_, day) =>
  pastBinding(new Date(Date.UTC(2026, 0, 1 + day)).toISOString(), {
    number: busy,
    callbackUrl: `https://ivr.acme.com/flow/${day}`,
  }),
);
const neighbours = [
  pastBinding('2026-03-01T00:00:00Z', { number: doubtful, callbackUrl: url('a') }),
  pastBinding('2026-03-05T00:00:00Z', { number: doubtful, callbackUrl: url('e'), state: 'unknown', ...ben }),
];

export const test = testOver([first, refused, unknown, last, ...older, ...neighbours]);

export const now = (page: Page): Locator => page.getByRole('region', { name: 'Now' });
export const asked = (page: Page): Locator => page.getByRole('region', { name: 'What was bound at …?' });
export const entries = (page: Page): Locator =>
  page.getByRole('region', { name: 'Timeline' }).getByRole('article');
export const comparison = (page: Page): Locator => page.getByRole('region', { name: 'Comparison' });
