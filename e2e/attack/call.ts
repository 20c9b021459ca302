import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, ask } from '#e2e/attack/ask.ts';
import { builtAction } from '#e2e/attack/build-lists.ts';

type Call = {
  cookie?: string | undefined;
  /** Where it is posted; the first page that carries the action when left out. */
  path?: string;
  headers?: Record<string, string | string[]>;
  from?: string;
  /** Hands on a refusal that says when to go on, instead of waiting for it. */
  hasty?: boolean;
};

type ActionResult = {
  ok: boolean;
  value?: unknown;
  problem?: { code: string; field?: string; params?: Record<string, string | number> };
};

export const flightHeaders = (origin: string, id: string): Record<string, string> => ({
  'next-action': id,
  'content-type': 'text/plain;charset=UTF-8',
  accept: 'text/x-component',
  origin,
});

/**
 * Posts to a server action as its own client would; `args` that is a string is the body itself. A test writes faster than a
 * person may: told to wait, it waits as long as it is told, and asks again.
 */
export async function callAction(
  origin: string,
  name: string,
  args: unknown[] | string,
  call: Call = {},
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await post(origin, name, args, call);
    if (call.hasty || tries === 10 || codeOf(answer) !== 'too_many_requests') return answer;
    await pause(secondsIn(answer) * 1_000);
  }
}

function post(origin: string, name: string, args: unknown[] | string, call: Call): Promise<Answer> {
  const { id, pages } = builtAction(name);
  const { cookie, headers, from } = call;
  return ask(origin, {
    method: 'POST',
    path: call.path ?? placeOf(pages),
    headers: { ...flightHeaders(origin, id), ...(cookie ? { cookie } : {}), ...headers },
    body: typeof args === 'string' ? args : JSON.stringify(args, asText),
    ...(from === undefined ? {} : { from }),
  });
}

/** A leading `$` has a meaning in Flight, so its client doubles it. */
const asText = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;

/** Nobody's id, for the address of a page of one thing. */
const nobody = '00000000-0000-4000-8000-000000000000';

const placeOf = (pages: string[]): string =>
  pages.includes('/sign-in')
    ? '/sign-in'
    : (pages.find((page) => !page.includes('[')) ?? (pages[0] ?? '/').replace(/\[[^\]]+\]/g, nobody));

/** What an action returned, read from its Flight answer; null when none ran to its end. */
function resultOf({ body }: Answer): ActionResult | null {
  const rows = new Map(
    body
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const),
  );
  const root = /^\{.*"a":"\$@([0-9a-f]+)"/.exec(rows.get('0') ?? '');
  const text = root?.[1] === undefined ? undefined : rows.get(root[1]);
  return text?.startsWith('{"ok"') ? (JSON.parse(text) as ActionResult) : null; // our own Result, written by our server
}

/** What an action that succeeded returned; the shape is the caller's to know, as its own client's would be. */
export function returnedBy<Value>(answer: Answer): Value {
  const result = resultOf(answer);
  if (!result?.ok) throw new Error(`The action answered ${answer.status} ${codeOf(answer)}.`);
  return result.value as Value;
}

/** The seconds that a refused action tells to wait. */
export const secondsIn = (answer: Answer): number => Number(resultOf(answer)?.problem?.params?.seconds);

/** The problem's code, `ok`, or `no result`. */
export function codeOf(answer: Answer): string {
  const result = resultOf(answer);
  if (result === null) return 'no result';
  return result.ok ? 'ok' : (result.problem?.code ?? 'no code');
}

/** `name=value` of the cookie that makes this a browser that signed in before. */
export const deviceCookieOf = ({ headers }: Answer): string | undefined =>
  headers['set-cookie']?.find((line) => /\bdevice=[^;]/.test(line))?.split(';')[0];

/** `name=value` of the session cookie that an answer sets; undefined where it sets none. */
export const sessionCookieOf = ({ headers }: Answer): string | undefined =>
  headers['set-cookie']?.find((line) => /session_token=[^;]/.test(line))?.split(';')[0];
