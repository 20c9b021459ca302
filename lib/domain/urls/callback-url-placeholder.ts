import { decodePercent } from '#lib/domain/urls/decode-percent.ts';

/** Words that manuals write in a value's place: YOUR_API_TOKEN, your-token, yourToken, REPLACE_ME, insert-here. */
const stand =
  /^(?:your[\s_-]|your[A-Z]|YOUR|MY_|(?:INSERT|REPLACE|CHANGE|ENTER|FILL)[\s_-]|(?:insert|replace|change|enter|fill)[\s_-](?:me|here|your|this|with|in)\b)/;
/** The name of a value where the value belongs. A bare ID is a country. */
const valueName =
  /^(?:[A-Z]+_)+(?:TOKEN|KEY|SECRET|SID|ID|PASSWORD|HOST|DOMAIN|TENANT|REGION|NUMBER)$|^(?:TOKEN|KEY|SECRET|PASSWORD|TENANT)$/;
const dummy =
  /^(?:x{3,}(?:[-_]x+)*|placeholder|todo|tbd|changeme|foo(?:bar)?|sample|dummy|\.{3,}|\u2026|_{3,}|@@.+@@|__.+__)$/i;
const chinese = /^(?:你的|您的|在此|请填|请输入|替换|占位|填写|示例)|某某/;

/** Parts of OData addresses that begin with a dollar and mean themselves, and a stage of API gateways. */
const dollarWords = /^\$(?:metadata|batch|value|count|ref|links|web|default|all)$/;

/** `{x}`, `{{x}}`, `${x}`, `#{x}`, `%{x}`, `<x>`, `[[x]]`; not what holds quotes or commas, which is data. */
const groups =
  /[$#%]?\{{1,3}[^{}<>"',/?&]{0,40}\}{1,3}|<(?!\/)[\p{L}\p{N}\s_.:|-]{1,40}>|\[\[[\p{L}_][\p{L}\p{N}\s_.-]{0,40}\]\]/gu;
const tags = /^<(?:a|b|br|div|em|i|li|p|span|strong|td|tr|u)>$/i;

/** Brackets that hold a name, as templates write them. */
export const placeholderGroups = (text: string): string[] =>
  (text.match(groups) ?? []).filter((group) => !tags.test(group));

/** `%s`, `%1$s`, `%(name)s`, `%NAME%`: no percent-encoding. */
const percentForms = /%(?:\d+\$)?[sdu@](?![0-9a-z])|%\([\w.]+\)[sd]|%[A-Z][A-Z0-9_]{2,}%/g;

function wholeIsPlaceholder(part: string): boolean {
  if (/^\$\(?[A-Za-z_][\w.]*\)?$/.test(part)) return !dollarWords.test(part);
  if (/^:[A-Za-z_]\w*\??$/.test(part) || /^\[[\p{L}_][\p{L}\p{N}\s_-]*\]$/u.test(part)) return true;
  return [chinese, dummy, valueName, stand].some((pattern) => pattern.test(part));
}

/**
 * What a URL's path and query hold that some system was meant to fill in: each once, as people write it. Looks at the
 * URL alone, percent-encoded or not. A guess by form: a warning, never a reason to refuse.
 */
export function findPlaceholders(url: string): string[] {
  const rest = /^[a-z]+:\/\/[^/?#]*(.*)$/is.exec(url)?.[1] ?? '';
  const parts = rest.split(/[/?&;]/).flatMap((part, at) => {
    if (at === 0 && part === '') return [];
    const cut = part.indexOf('=');
    return [decodePercent(cut < 0 ? part : part.slice(cut + 1))];
  });
  const found = parts.flatMap((part) => (wholeIsPlaceholder(part) ? [part] : placeholderGroups(part)));
  return [...new Set([...found, ...(rest.match(percentForms) ?? [])])];
}

/** Whether a host as typed holds a placeholder: `{tenant}.acme.com`, `<host>`, `$HOST`, `YOUR_DOMAIN`. */
export function placeholderInHost(authority: string): string | null {
  const [group] = placeholderGroups(authority);
  if (group !== undefined) return group;
  const [form] = authority.match(percentForms) ?? authority.match(/\$\w+|%\w+%|\[[a-z_][\w -]*\]/i) ?? [];
  if (form !== undefined) return form;
  return (
    authority.split('.').find((label) => /^your[_-]?\w+$/i.test(label) || wholeIsPlaceholder(label)) ?? null
  );
}
