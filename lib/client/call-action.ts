import { explainSilence } from '#lib/client/explain-silence.ts';
import { readForeignAnswer, readOwnProblem } from '#lib/client/foreign-answer.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import { paths } from '#lib/paths.ts';

/** The answer to the newest action's request; undefined while there is none. One client's actions run one after another. */
let answer: Response | undefined;
let watching = false;

/** Next's client hides the status of an answer that is not its own, and with it whether a proxy gave it. */
function watchAnswers(): void {
  if (watching || typeof window === 'undefined') return;
  watching = true;
  const send = window.fetch;
  window.fetch = async (...request) => {
    if (!new Headers(request[1]?.headers).has('next-action')) return send(...request);
    answer = undefined;
    answer = await send(...request);
    return answer;
  };
}

/**
 * Characters of an input from which it is asked first whether the session still counts. The server closes the connection under
 * a large body without one (lib/server/body-limit.ts), and not every browser then still reads the answer.
 */
const askFirstFrom = 20_000;

async function findSignedOut(): Promise<Problem | null> {
  // Not with the page: forms alone need no query cache. Where it does not arrive, the action itself is asked.
  const reading = await import('#lib/client/fetch-json.ts').catch(() => null);
  if (!reading) return null;
  const { fetchJson, ProblemError } = reading;
  const failure: unknown = await fetchJson(paths.api.views).then(
    () => null,
    (error: unknown) => error,
  );
  return failure instanceof ProblemError && failure.problem.code === 'signed_out' ? failure.problem : null;
}

/**
 * Calls a server action and always comes back with a Result, so that a form keeps what was typed whatever happened:
 * besides the action's own problems `stale` when this page is older than the server, `offline` when no answer came,
 * `unexpected` for a crash, `wrong_origin` where the console is reached under another address than its own, and those of
 * `readForeignAnswer` when something in front of the console answered.
 *
 * Where `isUnclear` the action may have run: repeat it only under the same idempotency key.
 */
export async function callAction<Input, Value>(
  action: (input: Input) => Promise<Result<Value>>,
  input: Input,
): Promise<Result<Value>> {
  watchAnswers();
  const signedOut = JSON.stringify(input).length < askFirstFrom ? null : await findSignedOut();
  if (signedOut) return fail(signedOut);
  try {
    return (await action(input)) ?? fail(problem('offline'));
  } catch (error) {
    return fail(await readRejection(error));
  }
}

/** What Next's client throws: a digest for what the server threw, a class for an unknown action, else the text of an answer. */
async function readRejection(error: unknown): Promise<Problem> {
  if (!(error instanceof Error)) return problem('offline');
  if ('digest' in error) return problem('unexpected', { params: { incident: String(error.digest) } });
  if (error.name === 'UnrecognizedActionError') return problem('stale');
  return readOwnProblem(parse(error.message)) ?? (answer ? readForeignAnswer(answer) : explainSilence());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
