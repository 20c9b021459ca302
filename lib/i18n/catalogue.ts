import 'server-only';
import compile from 'icu-minify/compile';
import type { Locale } from '#lib/i18n/locale.ts';
import { en, type Namespace } from '#lib/i18n/messages/en.ts';
import { zhCN } from '#lib/i18n/messages/zh-CN.ts';

type Compiled = { [key: string]: Compiled | ReturnType<typeof compile> };
type Source = { [key: string]: Source | string };

/** Plural branches come as objects without a prototype, which React refuses to hand from server to browser. */
const compilePlain = (message: string): ReturnType<typeof compile> =>
  JSON.parse(JSON.stringify(compile(message)));

const compileAll = (source: Source): Compiled =>
  Object.fromEntries(
    Object.entries(source).map(([key, value]) => [
      key,
      typeof value === 'string' ? compilePlain(value) : compileAll(value),
    ]),
  );

/** Compiled once a process, so that the browser gets a 650-byte formatter instead of an ICU parser. */
const compiled = { en: compileAll(en), 'zh-CN': compileAll(zhCN) };

/** Messages of a language in compiled form; only the named namespaces, to keep a page's payload small. */
export function messagesFor(locale: Locale, namespaces: readonly Namespace[]): Compiled {
  const all = compiled[locale];
  return Object.fromEntries(namespaces.map((name) => [name, all[name] ?? {}]));
}
