import { expect, test } from 'vitest';
import { scriptsOf } from '#scripts/bench/scripts-of-page.ts';

test('scripts and their preloads count once, styles and scripts for old browsers do not', () => {
  const html = `<link rel="preload" as="script" href="/_next/a.js?dpl=1&amp;v=2"/><script src="/_next/b.js" async=""></script>
    <link rel="stylesheet" href="/_next/c.css"/><script src="/_next/b.js"></script>
    <script src="/_next/old.js" noModule=""></script><script>"x.js"</script>`;
  expect(scriptsOf(html)).toEqual(['/_next/a.js?dpl=1&v=2', '/_next/b.js']);
});
