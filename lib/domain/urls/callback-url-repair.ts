import { placeholderGroups } from '#lib/domain/urls/callback-url-placeholder.ts';
import { nearMiss } from '#lib/domain/urls/near-miss.ts';

/** What had to be done to find an address in a text; the first that applies tells it best. */
export type RepairKind = 'wrapped' | 'needs_https' | 'scheme' | 'end' | 'form';

/** `end`: what was taken off at the end; empty where nothing was. */
export type Repair = { kind: RepairKind; url: string; end: string };

/** Marks that no URL holds as they are, and sentences put behind one. */
const foreignMarks =
  /[\u3000-\u3004\u3008-\u301f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2010-\u205e\u00ab\u00bb\u00b7\ufe10-\ufe6f\ufffc]/u;
const plainMarks = /[,.;:!?'"`>)\]}|\\*]/;
const pairs: Record<string, string> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '>': '<',
  '\uff09': '\uff08',
  '\u300d': '\u300c',
  '\u300f': '\u300e',
  '\u3011': '\u3010',
  '\u300b': '\u300a',
  '\u3015': '\u3014',
};

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Whether the last character of a text closes a pair that the text opened. */
function closes(text: string, last: string): boolean {
  if (last === '"' || last === "'" || last === '`') return count(text, last) % 2 === 0;
  const opener = pairs[last];
  return opener !== undefined && count(text, opener) >= count(text, last);
}

/**
 * Splits what follows the scheme into the address and what a sentence, a quote or a list has put behind it. Brackets
 * and quotes that the address itself opened stay; so does everything up to the last separator of parts.
 */
export function splitEnd(body: string): { kept: string; end: string } {
  // From a foreign mark on it is the sentence that goes on, unless the address does.
  const lastPart = Math.max(...['/', '?', '&', '=', '#'].map((each) => body.lastIndexOf(each))) + 1;
  let kept = body;
  for (let at = lastPart; at < body.length; at += 1) {
    const each = body.charAt(at);
    if (!foreignMarks.test(each) || closes(body.slice(0, at + 1), each) || isClosedLater(body, at)) continue;
    kept = body.slice(0, at);
    break;
  }
  for (;;) {
    const last = [...kept].at(-1) ?? '';
    const isMark = plainMarks.test(last) || foreignMarks.test(last);
    if (last === '' || !isMark || closes(kept, last)) break;
    kept = kept.slice(0, -last.length);
  }
  return { kept, end: body.slice(kept.length) };
}

/** Whether the mark at a place opens a pair that is closed later on. */
const isClosedLater = (body: string, at: number): boolean =>
  Object.entries(pairs).some(([closer, opener]) => opener === body.charAt(at) && body.includes(closer, at));

/** Whether a cut went through the middle of a pair. */
const isCutOpen = (kept: string): boolean =>
  Object.entries(pairs).some(([closer, opener]) => count(kept, opener) > count(kept, closer));

/** http or https, mistyped by a letter or two, or written so that nothing makes a link of it. */
const isWebScheme = (word: string): boolean => {
  const lower = word.toLowerCase();
  return (
    /^h[tx]{1,3}p{1,2}s{0,2}$/.test(lower) || lower === 'ttps' || nearMiss(lower, ['https', 'http']) !== null
  );
};

/** A scheme with its colon and slashes, a colon alone before a host's name or another scheme, slashes alone. */
const schemes =
  /(?<![a-z0-9])([a-z]{3,7})\s?(?:[:\uff1a;\uff1b]\s?(?:(?:\\?[/\\\uff0f]\s?)+|(?=[\p{L}\p{N}_-]+\.)|(?=https?\b))|[/\\\uff0f]{2,})/giu;

/** `written`: the scheme up to where the host begins. */
type Hit = { from: number; to: number; written: string };

/** Where schemes stand, however they are written; those written one behind the other are one. */
function findSchemes(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: written, 1: word = '', index } of text.matchAll(schemes)) {
    if (!isWebScheme(word)) continue;
    const last = hits.at(-1);
    const to = index + written.length;
    if (last?.to === index) Object.assign(last, { to, written: last.written + written });
    else hits.push({ from: index, to, written });
  }
  return hits;
}

/** Ends an address that other text surrounds: blanks, quotes, tags, the middle of a Markdown link, foreign marks. */
function bodyOf(text: string): string {
  let end = 0;
  while (end < text.length) {
    const rest = text.slice(end);
    const [group] = rest.startsWith('<') ? placeholderGroups(rest.slice(0, 50)) : [];
    if (group !== undefined && rest.startsWith(group)) {
      end += group.length;
      continue;
    }
    if (/^(?:[\s"<>`|\u201c\u201d\u2018\u2019\u300c-\u300f\u3010\u3011]|\]\(|\\(?!\/))/u.test(rest)) break;
    end += 1;
  }
  return text.slice(0, end);
}

/** A host with a dot, its port, and what may follow; what has no scheme is taken for an address by this alone. */
const bareAddress =
  /^(?:\/\/)?((?:[\p{L}\p{N}_-]+\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?(?:[/?][^\s]*)?$/u;

const wrapping = /^[\s"'`*_~<([{\u201c\u2018\u300c\u300e\u3010\u300a\uff08\u00ab\u2039\uff02\uff07]+/u;
const label = /^[\p{L}\p{N}\s_-]{1,30}[:\uff1a=](?!\/\/)\s*/u;
/** What these begin is a program or a file, whatever addresses stand in it. */
const otherSchemes = /^(?:javascript|vbscript|data|file|about|blob):/i;

/** A text that has no scheme: what is left without label and wrapping, where that is an address. */
function bareBody(text: string): { body: string; isWrapped: boolean } | null {
  const [link] = /(?<=\]\()[^()\s]+(?=\))/.exec(text) ?? [];
  const inner = (link ?? text).replace(wrapping, '');
  for (const start of [inner, inner.replace(label, '').replace(wrapping, '')]) {
    const { kept } = splitEnd(bodyOf(start));
    const address = kept.replace(/^\/\//, '');
    if (!bareAddress.test(address)) continue;
    const behind = text.slice(text.indexOf(kept) + kept.length);
    const isWhole = /^[\p{P}\p{S}\s]*$/u.test(behind);
    if (isWhole) return { body: address, isWrapped: start !== text && !text.startsWith('//') };
  }
  return null;
}

/** A sentence or a remark may follow an address that stands first; words alone may be its own, written with blanks. */
const isRemark = (behind: string): boolean =>
  /^\s*(?:$|[([{<"'`|#*\u201c\u2018\u2010-\u2015\u3008-\u3011\uff08-]|\p{Script=Han}|[^\p{L}\p{N}/?&=]*$)/u.test(
    behind,
  );

/** Schemes and dots as people break them on purpose, so that nothing makes a link of them; a URL inside a URL's coding. */
function straighten(text: string): string {
  const dots = text.replace(/\s?[[({]\s?(?:\.|dot)\s?[\])}]\s?/gi, '.').replace(/\[:\]/g, ':');
  const slashes = /^[a-z]+:\\\\/i.test(dots) ? dots.replaceAll('\\', '/') : dots;
  return slashes.replace(/^https?%3a%2f%2f\S*$/i, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
}

/**
 * Finds the one address in a text that is none as it stands: takes off what chats, sentences, quotes and markup put
 * around it, and writes the scheme right. Null where there is none or more than one. Whether the address may be bound
 * is for its reader to say.
 */
export function repairUrl(text: string, { allowHttp }: { allowHttp: boolean }): Repair | 'several' | null {
  if (otherSchemes.test(text)) return null;
  const straight = straighten(text);
  const hits = findSchemes(straight);
  const [first] = hits;
  if (first === undefined) {
    const bare = bareBody(straight);
    if (bare === null) return null;
    return finish(bare.isWrapped ? 'wrapped' : 'needs_https', 'https://', { kept: bare.body, end: '' });
  }
  const read = ({ to }: Hit) => {
    const raw = bodyOf(straight.slice(to));
    return { reach: to + raw.length, ...splitDoubled(raw.replaceAll('\\/', '/')) };
  };
  const { reach, kept, end, isDoubled } = read(first);
  const others = hits.filter(({ from }) => from >= reach);
  if (others.some((hit) => read(hit).kept !== kept)) return 'several';
  const before = straight.slice(0, first.from).trim();
  const behind = straight.slice(reach).trim();
  if (before === '' && others.length === 0 && !isRemark(behind)) return null;
  const scheme = allowHttp && /^http:\/\/$/i.test(first.written) ? 'http://' : 'https://';
  // Quotes in pairs and open brackets are data of the address, whose end is elsewhere.
  const quotes = count(end + behind, '"');
  if (before === '' && end + behind !== '' && (isCutOpen(kept) || (quotes > 0 && quotes % 2 === 0)))
    return null;
  const isWrapped = isDoubled || before !== '' || others.length > 0 || /\s\S/.test(straight.slice(reach));
  const isScheme = !/^https?:\/\/$/i.test(first.written) || straight !== text;
  const kind = isWrapped ? 'wrapped' : isScheme ? 'scheme' : 'end';
  return finish(kind, scheme, { kept, end: end + behind });
}

function finish(kind: RepairKind, scheme: string, { kept, end }: { kept: string; end: string }): Repair {
  return { kind: kind === 'end' && end === '' ? 'form' : kind, url: `${scheme}${kept}`, end };
}

/** An address pasted twice in a row is one. */
function splitDoubled(body: string): { kept: string; end: string; isDoubled: boolean } {
  const split = splitEnd(body);
  const again = /^(.+?)https?:\/\/(.+)$/i.exec(split.kept);
  const isDoubled = again !== null && again[1] === again[2];
  return { kept: isDoubled ? (again[1] ?? '') : split.kept, end: split.end, isDoubled };
}
