import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** In every page: the root layout gives them. */
const everywhere = ['ui', 'shell', 'problems'];

const importPattern = /(?:from|import)\s*\(?\s*'#([^']+)'/g;
const typeImport = /import type [^;]*;/g;

/** A page and all components that it can load, now or later. */
function filesFrom(file: string, found: Set<string>): Set<string> {
  if (found.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return found;
  found.add(file);
  const text = readFileSync(file, 'utf8').replace(typeImport, '');
  for (const [, next = ''] of text.matchAll(importPattern))
    if (/^components\//.test(next)) filesFrom(next, found);
  return found;
}

function usedBy(files: Iterable<string>): Set<string> {
  const used = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, namespace = ''] of text.matchAll(/useTranslations(?:<[^>]*>)?\('([A-Za-z]+)/g))
      used.add(namespace);
    // Without a namespace the keys name it.
    if (/useTranslations\(\)/.test(text))
      for (const [, namespace = ''] of text.matchAll(/\bt\(['`]([a-zA-Z]+)\./g)) used.add(namespace);
  }
  return used;
}

/** Namespaces that a page hands to its components. */
function listedIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const lists = [...text.matchAll(/messagesFor\(locale, (\[[^\]]*\]|namespaces)/g)].map(([, list = '']) =>
    list === 'namespaces' ? (/const namespaces[^=]*= (\[[^\]]*\])/.exec(text)?.[1] ?? '') : list,
  );
  return lists.flatMap((list) => [...list.matchAll(/'([A-Za-z]+)'/g)].map((match) => match[1] ?? ''));
}

test.each(globSync('app/**/page.tsx'))('%s loads exactly the messages that its components use', (page) => {
  const used = usedBy(filesFrom(page, new Set()));
  const wanted = [...used].filter((namespace) => !everywhere.includes(namespace)).sort();
  expect([...new Set(listedIn(page))].sort()).toEqual(wanted);
});
