import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BindInput, RepeatInput } from '#lib/bindings/schema.ts';
import type { BindAnswer } from '#lib/bindings/view.ts';
import type { Result } from '#lib/domain/result.ts';

/** The answer of an action, or `lost` when the connection went before it came. */
export type Heard<Value> = Result<Value> | 'lost';

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** The ids under which the build that is there answers its server actions. */
function actionId(filename: string, exportedName: string): string {
  const text = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  const entry = Object.entries(manifestSchema.parse(JSON.parse(text)).node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  );
  if (!entry) throw new Error(`The build has no action ${exportedName} of ${filename}: run npm run build.`);
  return entry[0];
}

// An action is answered only on a page that carries it.
const signInAction = ['/sign-in', 'lib/people/actions.ts', 'signIn'] as const;
const bindAction = ['/bind', 'lib/bindings/actions.ts', 'bindNumber'] as const;
const repeatAction = ['/bind', 'lib/bindings/actions.ts', 'repeatBinding'] as const;

/** Posts to a server action of the page that carries it, as its own client would; `signal` cuts the connection. */
export async function callAction<Value>(
  at: { origin: string; cookie: string },
  action: readonly [page: string, file: string, name: string],
  input: unknown,
  signal: AbortSignal | null = null,
): Promise<{ heard: Heard<Value>; cookies: string[] }> {
  try {
    const [page, file, name] = action;
    const response = await fetch(`${at.origin}${page}`, {
      method: 'POST',
      headers: {
        'next-action': actionId(file, name),
        origin: at.origin,
        cookie: at.cookie,
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
      },
      body: JSON.stringify([input]),
      signal,
    });
    // React's wire format: one numbered row a line; row 1 is what the action returned.
    const row = /^1:(.*)$/m.exec(await response.text())?.[1];
    const heard = row === undefined ? 'lost' : (JSON.parse(row) as Result<Value>); // our own action's answer
    return { heard, cookies: response.headers.getSetCookie() };
  } catch {
    return { heard: 'lost', cookies: [] };
  }
}

/** Signs in as a browser does, and gives the cookie to send from then on. */
export async function signIn(origin: string, person: { email: string; password: string }): Promise<string> {
  const input = { ...person, next: null };
  const answer = await callAction({ origin, cookie: '' }, signInAction, input);
  if (answer.heard === 'lost' || !answer.heard.ok) throw new Error('The campaign could not sign in.');
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

export const bindOver = async (origin: string, cookie: string, input: BindInput) =>
  (await callAction<BindAnswer>({ origin, cookie }, bindAction, input)).heard;

export const repeatOver = async (origin: string, cookie: string, input: RepeatInput) =>
  (await callAction<BindAnswer>({ origin, cookie }, repeatAction, input)).heard;
