import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type {
  BatchFactsInput,
  ChangeBatchInput,
  RetryBatchInput,
  StartBatchInput,
} from '#lib/batches/schema.ts';
import type { BatchFacts, BatchView, StartBatchAnswer } from '#lib/batches/view.ts';
import type { BindInput, RepeatInput } from '#lib/bind-number/schema.ts';
import type { BindAnswer } from '#lib/bind-number/view.ts';
import type { Result } from '#lib/domain/result.ts';
import { paths } from '#lib/paths.ts';
import type { AcknowledgeInput } from '#lib/safe-mode/schema.ts';

/** The answer of an action, or `lost` when the connection went before it came. */
export type Heard<Value> = Result<Value> | 'lost';

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

let manifest: z.infer<typeof manifestSchema> | undefined;

/** The ids under which the build that is there answers its server actions. */
function actionId(filename: string, exportedName: string): string {
  manifest ??= manifestSchema.parse(
    JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')),
  );
  const entry = Object.entries(manifest.node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  );
  if (!entry) throw new Error(`The build has no action ${exportedName} of ${filename}: run npm run build.`);
  return entry[0];
}

// An action is answered only on a page that carries it.
const signInAction = [paths.signIn(), 'lib/people/actions.ts', 'signIn'] as const;
const bindAction = [paths.bind, 'lib/bind-number/actions.ts', 'bindNumber'] as const;
const repeatAction = [paths.bind, 'lib/bind-number/actions.ts', 'repeatBinding'] as const;
const factsAction = [paths.newBatch, 'lib/batches/actions.ts', 'readBatchFacts'] as const;
const startAction = [paths.newBatch, 'lib/batches/actions.ts', 'startBatch'] as const;
const changeAction = (id: string) => [paths.batch(id), 'lib/batches/actions.ts', 'changeBatch'] as const;
const retryAction = (id: string) => [paths.batch(id), 'lib/batches/actions.ts', 'retryBatch'] as const;
const acknowledgeAction = [paths.home, 'lib/safe-mode/actions.ts', 'acknowledgeSetback'] as const;

/** Where the console is, and whose browser asks. */
export type Seat = { origin: string; cookie: string };

/**
 * The same session at another server of one database. Behind one address all servers share the cookie; those of a
 * campaign listen on ports of their own, and the port is part of the cookie's name.
 */
export const seatAt = (origin: string, cookie: string): Seat => ({
  origin,
  cookie: cookie.replaceAll(/patchboard-\d+\./g, `patchboard-${new URL(origin).port}.`),
});

/** Posts to a server action of the page that carries it, as its own client would; `signal` cuts the connection. */
async function callAction<Value>(
  at: Seat,
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

/** `signal` cuts the connection. */
export const bindOver = async (seat: Seat, input: BindInput, signal?: AbortSignal) =>
  (await callAction<BindAnswer>(seat, bindAction, input, signal)).heard;

export const repeatOver = async (seat: Seat, input: RepeatInput) =>
  (await callAction<BindAnswer>(seat, repeatAction, input)).heard;

export const readFactsOver = async (seat: Seat, input: BatchFactsInput) =>
  (await callAction<BatchFacts>(seat, factsAction, input)).heard;

export const startBatchOver = async (seat: Seat, input: StartBatchInput) =>
  (await callAction<StartBatchAnswer>(seat, startAction, input)).heard;

export const changeBatchOver = async (seat: Seat, input: ChangeBatchInput) =>
  (await callAction<BatchView>(seat, changeAction(input.batchId), input)).heard;

export const retryBatchOver = async (seat: Seat, input: RetryBatchInput) =>
  (await callAction<{ count: number }>(seat, retryAction(input.batchId), input)).heard;

export const acknowledgeOver = async (seat: Seat, input: AcknowledgeInput) =>
  (await callAction<null>(seat, acknowledgeAction, input)).heard;

/** What a GET route answers; null when no answer came or it was no good one. */
export async function readOver<Value>({ origin, cookie }: Seat, path: string): Promise<Value | null> {
  try {
    const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
    return answer.ok ? ((await answer.json()) as Value) : null; // our own route's answer
  } catch {
    return null;
  }
}
