import { AsyncLocalStorage } from 'node:async_hooks';
import { perProcess } from '#lib/server/per-process.ts';

type Answer = { status: number | null };

const answers = () => perProcess('answer-status', () => new AsyncLocalStorage<Answer>());

/** What is needed of Node's response. */
type Response = { writeHead(status: number, ...rest: never[]): unknown };

/**
 * Lets the code that answers one request name its status. A server action can not: what it returns is always a 200,
 * and what it throws makes Next render the page anew, which takes a form away together with what was typed.
 *
 * A 500 that none of our code named is, where an action was called, Next failing to read its arguments: a 400.
 */
export function withAnswerStatus<T>(response: Response, options: { isAction: boolean }, run: () => T): T {
  const answer: Answer = { status: null };
  const writeHead = response.writeHead.bind(response);
  const unread = (status: number) => (options.isAction && status === 500 ? 400 : status);
  response.writeHead = (status, ...rest) => writeHead(answer.status ?? unread(status), ...rest);
  return answers().run(answer, run);
}

/** The status of the answer to the request at hand. Without server.ts around it, in a test, nothing happens. */
export function answerWith(status: number): void {
  const answer = answers().getStore();
  if (answer) answer.status = status;
}
