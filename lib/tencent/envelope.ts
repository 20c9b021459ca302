export type JsonObject = Record<string, unknown>;

/**
 * Reads Tencent's answer envelope from hostile bytes. Anything that is not exactly the documented shape is null:
 * an answer we cannot read proves nothing about the binding.
 */
type Envelope =
  | { kind: 'success'; requestId: string; response: JsonObject }
  | { kind: 'error'; requestId: string; code: string; message: string };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const own = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Ends of what is stored from an answer, in UTF-16 units. */
const messageLimit = 500;
const nameLimit = 200;

// Databases refuse NUL and lone surrogates, and screens should not obey control or bidirectional-override characters.
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

const cleanText = (text: string, limit: number): string =>
  text.replace(unprintable, ' ').trim().slice(0, limit).toWellFormed();

const nameOf = (value: unknown): string => (typeof value === 'string' ? cleanText(value, nameLimit) : '');

/**
 * A repeated key makes one text mean two things (JSON.parse silently keeps the last). In valid JSON each pair has
 * one colon outside strings, so more colons than pairs proves a repetition. `__proto__` is never sent in good faith.
 */
function isUnambiguous(text: string, value: unknown): boolean {
  let colons = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (inString && character === '\\') i += 1;
    else if (character === '"') inString = !inString;
    else if (character === ':' && !inString) colons += 1;
  }
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (const item of next) waiting.push(item);
    else if (isObject(next)) {
      for (const [key, item] of Object.entries(next)) {
        if (key === '__proto__') return false;
        colons -= 1;
        waiting.push(item);
      }
    }
  }
  return colons === 0;
}

function parseJson(body: Buffer): unknown {
  try {
    // ignoreBOM keeps the mark in the text, where JSON.parse refuses it; fatal refuses what is not UTF-8.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return isUnambiguous(text, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The API speaks UTF-8 only; a declared other charset means that somebody else is answering. */
export const saysOtherCharset = (contentType: string | null): boolean => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
};

/** Never throws. */
export function parseEnvelope(body: Buffer): Envelope | null {
  const root = parseJson(body);
  const response = isObject(root) ? own(root, 'Response') : undefined;
  if (!isObject(response)) return null;
  const requestId = nameOf(own(response, 'RequestId'));
  if (requestId === '') return null;
  if (!Object.hasOwn(response, 'Error')) return { kind: 'success', requestId, response };
  const error = response.Error;
  const code = isObject(error) ? nameOf(own(error, 'Code')) : '';
  if (!isObject(error) || code === '') return null;
  const message = own(error, 'Message');
  return {
    kind: 'error',
    requestId,
    code,
    message: typeof message === 'string' ? cleanText(message, messageLimit) : '',
  };
}

/** The start of an answer that is no envelope, as plain text for a person to recognise it by. */
export const snippetOf = (body: Buffer): string | null =>
  cleanText(body.subarray(0, 2 * messageLimit).toString('utf8'), messageLimit) || null;
