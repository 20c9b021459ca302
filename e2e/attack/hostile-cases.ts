import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { hostileBody, hostileText, hostileValue } from '#e2e/attack/hostile-values.ts';
import { actionRows, type Ground, groundNumber } from '#e2e/attack/matrix.ts';

export type HostileCase =
  | { channel: 'action'; name: string; args: unknown[] | string }
  | { channel: 'get'; path: string }
  /** What the provider says to the next binding. */
  | { channel: 'answer'; code: string; message: string };

const nobody = '00000000-0000-4000-8000-000000000000';
const ground: Ground = { supportId: nobody, adminId: nobody, invitedId: nobody, bindingId: nobody };

/** Arguments of the right shape; with those of a binding and a person something hostile really gets stored. */
function goodArgs(name: string): Record<string, unknown> {
  const row = actionRows[name];
  if (!row) throw new Error(`No row for ${name}`);
  const [args] = (name === 'bindNumber' ? row.harmful(ground) : row.harmless(ground)) as Record<
    string,
    unknown
  >[];
  if (name === 'addPerson') return { ...args, email: `${randomUUID()}@example.net`, role: 'support' };
  return { ...args };
}

const actionNames = Object.keys(actionRows).filter((name) => name !== 'signOut');
const extraKeys = [
  'role',
  'userId',
  'actorId',
  'state',
  'banned',
  'isAdmin',
  '__proto__',
  'constructor',
  'id',
];

const actionCase = fc
  .record({
    name: fc.constantFrom(...actionNames),
    twist: fc.constantFrom('field', 'field', 'field', 'field', 'extra', 'fields', 'whole', 'body'),
    pick: fc.nat(),
    value: hostileValue,
    values: fc.array(hostileValue, { minLength: 12, maxLength: 12 }),
    body: hostileBody,
  })
  .map(({ name, twist, pick, value, values, body }): HostileCase => {
    const good = goodArgs(name);
    const keys = Object.keys(good);
    if (twist === 'body') return { channel: 'action', name, args: body };
    if (twist === 'whole' || keys.length === 0) return { channel: 'action', name, args: [value] };
    const key = twist === 'extra' ? extraKeys[pick % extraKeys.length] : keys[pick % keys.length];
    const twisted =
      twist === 'fields'
        ? keys.map((each, index) => [each, values[index]])
        : [...Object.entries(good), [key, value]];
    // Written out by hand, so that `__proto__` is a key of its own as an attacker would send it.
    const pairs = new Map(twisted as [string, unknown][]);
    const text = [...pairs].map(
      ([each, held]) => `${JSON.stringify(each)}:${JSON.stringify(held) ?? 'null'}`,
    );
    return { channel: 'action', name, args: `[{${text.join(',')}}]` };
  });

const parameters = [
  'q',
  'outcome',
  'app',
  'type',
  'actor',
  'source',
  'host',
  'batch',
  'not',
  'sort',
  'order',
  'from',
  'to',
  'size',
  'after',
  'before',
  'entry',
  'compare',
  'at',
  'view',
  'zone',
  'next',
  'label',
  'state',
  'host',
  'group',
  'of',
];
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 6_000).replace(/%.?$/, '');
const query = fc
  .array(
    fc.tuple(fc.oneof(fc.constantFrom(...parameters, 'number', 'token', 'x[]'), hostileText), hostileText),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((pairs) => pairs.map(([name, value]) => `${encoded(name).slice(0, 200)}=${encoded(value)}`).join('&'));

const getCase = fc
  .tuple(
    fc.constantFrom(
      '/api/bindings',
      '/api/bindings',
      '/api/bindings',
      '/api/numbers',
      '/api/numbers/hosts',
      '/api/numbers/hosts/urls',
      '/api/bindings/chart',
      '/api/bindings/facets',
      '/api/numbers/facts',
      `/api/numbers/${groundNumber}/timeline`,
      `/api/numbers/${groundNumber}/moment`,
      `/numbers/${groundNumber}`,
      '/api/exports',
      '/numbers',
      '/history',
      '/sign-in',
    ),
    fc.constantFrom('query', 'query', 'query', 'segment', 'raw'),
    query,
    hostileText,
  )
  .map(([path, where, search, text]): HostileCase => {
    if (where === 'segment') {
      const parent = path.startsWith('/api') ? '/api/bindings' : '/history';
      return { channel: 'get', path: `${parent}/${encoded(text)}` };
    }
    // As it stands, but for what Node will not put on a request line.
    if (where === 'raw') return { channel: 'get', path: `${path}?q=${text.replace(/[^\x21-\x7e]/g, '')}` };
    return { channel: 'get', path: `${path}?${search}` };
  });

const answerCase = fc
  .record({ code: hostileText.map((text) => text || 'x'), message: hostileText })
  .map((answer): HostileCase => ({ channel: 'answer', ...answer }));

/** The same cases for the same seed, in the same order. */
export const hostileCases = (options: { seed: number; count: number }): HostileCase[] =>
  fc.sample(
    fc.oneof(
      { weight: 11, arbitrary: actionCase },
      { weight: 8, arbitrary: getCase },
      { weight: 1, arbitrary: answerCase },
    ),
    { seed: options.seed, numRuns: options.count },
  );
