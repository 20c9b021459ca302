import type { Problem } from '#lib/domain/problem.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';

/** New URLs as typed, by line. */
export type Mends = Readonly<Record<number, string>>;
type Mended = { line: number; callbackUrl: string };

/** New URLs in the form to send, and what stands against those that cannot be sent. */
export function readMends(mends: Mends, { allowHttp }: { allowHttp: boolean }) {
  const mended: Mended[] = [];
  const problems: Record<number, Problem> = {};
  for (const [text, typed] of Object.entries(mends)) {
    const line = Number(text);
    const read = readCallbackUrl(typed, { allowHttp });
    if (read.ok) mended.push({ line, callbackUrl: read.value.url });
    else problems[line] = read.problem;
  }
  return { mended, problems };
}

/** Without one of them. */
export const withoutMend = (mends: Mends, line: number): Mends =>
  Object.fromEntries(Object.entries(mends).filter(([text]) => Number(text) !== line));
