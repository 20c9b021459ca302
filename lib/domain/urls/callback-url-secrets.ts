import { maskedValue } from '#lib/domain/urls/hidden-part.ts';
import { looksRandom } from '#lib/domain/urls/random-looking.ts';

const secretName =
  /(?:^|[_.-])(?:token|secret|key|sign|signature|sig|hmac|pass|passwd|password|pwd|auth|authorization|bearer|credential|code|cookie|session|sid|jwt|ak|sk)s?(?:$|[_.-])|(?:api|access|secret)key|token$|secret$|password$|sess(?:ion)?id$|密钥|密码|令牌|口令|签名/i;

/** URLs inside URLs are looked into this far; what lies deeper is hidden whole when it looks random. */
const deepest = 2;

type Reading = { shown: string; hidden: string[] };

/**
 * A callback URL with its secrets hidden: user name and password, path segments and values that look random, and the
 * values of parameters named like secrets. The provider documents no way to authenticate its calls, so people put
 * secrets into the URL; whoever reads history needs none of them. The host is never hidden.
 */
export const maskUrlSecrets = (url: string): string => read(url, 0).shown;

/** What `maskUrlSecrets` hides, in the order in which it stands in the URL. */
export const hiddenPartsOf = (url: string): string[] => read(url, 0).hidden;

/** Whether two URLs differ in what both of them hide, so that comparing them as shown is not enough. */
export function hiddenPartsDiffer(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return false;
  const [first, second] = [read(one, 0).hidden, read(other, 0).hidden];
  if (first.length === 0 || second.length === 0) return false;
  return first.length !== second.length || first.some((part, at) => part !== second[at]);
}

function read(url: string, depth: number): Reading {
  const hidden: string[] = [];
  const hide = (part: string): string => {
    if (part !== maskedValue) hidden.push(part);
    return maskedValue;
  };
  const isSecret = (value: string): boolean => {
    const text = decodeLeniently(value);
    if (/:\/\/|=/.test(text) && depth < deepest && read(text, depth + 1).hidden.length > 0) return true;
    return !text.includes('://') && looksRandom(text);
  };
  const pair = (text: string): string => {
    const cut = text.indexOf('=');
    if (cut < 0) return looksRandom(decodeLeniently(text)) ? hide(text) : text;
    const [name, value] = [text.slice(0, cut), text.slice(cut + 1)];
    const isHidden = value !== '' && (namesSecret(name) || isSecret(value));
    // A name can be the secret itself, as base64 ends in `=`.
    const shownName = looksRandom(decodeLeniently(name)) ? hide(name) : name;
    return isHidden ? `${shownName}=${hide(value)}` : `${shownName}=${value}`;
  };
  const pairs = (text: string): string =>
    text
      .split(/([&;])/)
      .map((part, at) => (at % 2 === 0 ? pair(part) : part))
      .join('');
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)?((?<=:\/\/)[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url) ?? [];
  const at = authority.lastIndexOf('@');
  const host = at < 0 ? authority : `${hide(authority.slice(0, at))}${authority.slice(at)}`;
  const segments = path.split('/').map(pairs).join('/');
  const rest = [query, fragment].map((part) => part.slice(0, 1) + pairs(part.slice(1)));
  return { shown: scheme + host + segments + rest.join(''), hidden };
}

/** `apiKey` and `api_key` are the same name. */
const namesSecret = (name: string): boolean =>
  secretName.test(decodeLeniently(name).replace(/([a-z])([A-Z])/g, '$1_$2'));

function decodeLeniently(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
