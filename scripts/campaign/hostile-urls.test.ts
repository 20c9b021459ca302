import { expect, test } from 'vitest';
import { runHostileUrls } from '#scripts/campaign/hostile-urls.ts';

test('of 3,000 hostile URLs none ends the reading, is accepted with a host that is none, or is offered what cannot be bound', () => {
  const { accepted, offered } = runHostileUrls({ urls: 3_000, seed: 7 });
  expect(accepted).toBeGreaterThan(50);
  expect(offered).toBeGreaterThan(300);
}, 60_000);
