import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { processSingleton } from '#lib/server/process-singleton.ts';

type Answer = { status: number | null; cookies: string[]; headers: [name: string, value: string][] };

const answers = () => processSingleton('answer', () => new AsyncLocalStorage<Answer>());

/**
 * Lets the code behind one request name the status and the cookies of its answer. A server action can not by Next's
 * own means without losing the page it was called from: what it throws and what cookies it sets make Next render
 * that page anew, which takes a form away together with what was typed.
 *
 * A 500 that none of our code named is, where an action was called, Next failing to read its arguments: a 400.
 */
export function withAnswer<T>(response: ServerResponse, options: { isAction: boolean }, run: () => T): T {
  const answer: Answer = { status: null, cookies: [], headers: [] };
  const writeHead = response.writeHead.bind(response);
  const unread = (status: number) => (options.isAction && status === 500 ? 400 : status);
  response.writeHead = (status: number, ...rest: never[]) => {
    for (const line of answer.cookies.splice(0)) response.appendHeader('set-cookie', line);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    return writeHead(answer.status ?? unread(status), ...rest);
  };
  return answers().run(answer, run);
}

/** Names the status of the answer to the request at hand. */
export function answerWith(status: number): void {
  current().status = status;
}

/** Hands on cookies, each as a whole Set-Cookie line. */
export function sendCookies(lines: readonly string[]): void {
  current().cookies.push(...lines);
}

/** Sets a header of the answer to the request at hand. */
export function sendHeader(name: string, value: string): void {
  current().headers.push([name, value]);
}

function current(): Answer {
  const answer = answers().getStore();
  if (!answer) throw new Error('This runs only inside a request that server.ts has taken in.');
  return answer;
}
