import type { StartBatchInput } from '#lib/batches/schema.ts';
import type { WantedLine } from '#lib/batches/store-start.ts';
import { refuseApp } from '#lib/bind-number/check-app.ts';
import { checkUrl, fingerprintOf } from '#lib/bind-number/check-input.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import { isSentForm } from '#lib/domain/numbers/phone-number.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { KnownApp } from '#lib/entry/context.ts';
import { yieldLoop } from '#lib/server/yield-loop.ts';

/** `known`: lines whose number its app has under just these digits, in whatever way it reads. */
type Given = { apps: readonly KnownApp[]; allowHttp: boolean; home: HomeCountry; known: ReadonlySet<number> };
type Line = StartBatchInput['lines'][number];

const ofLine = (line: number, { code, ...rest }: Problem): Problem =>
  problem(code, { ...rest, params: { ...rest.params, line } });

/** Lines that are checked before others get the thread: a number that was never seen takes up to 0.1 ms. */
const linesATurn = 50;

/** Checks every line anew: the browser showed the dry run, and is not to be trusted. Ends at the first that is wrong. */
export async function checkLines(input: StartBatchInput, given: Given): Promise<Result<WantedLine[]>> {
  const urls = new Map<string, Result<{ host: string }>>();
  const places = new Set<number>();
  const numbers = new Set<string>();
  const wanted: WantedLine[] = [];
  for (const [place, each] of input.lines.entries()) {
    if (place % linesATurn === 0) await yieldLoop();
    const { line, appId, number } = each;
    const key = `${appId} ${number}`;
    if (places.has(line) || numbers.has(key)) return fail(problem('batch_line_twice', { params: { line } }));
    places.add(line);
    numbers.add(key);
    const refusal = refuseApp(given.apps, appId);
    if (refusal) return fail(ofLine(line, refusal));
    if (!(isSentForm(number) || isSentForm(number, given) || given.known.has(line)))
      return fail(ofLine(line, problem('number_not_shown_form', { field: 'number' })));
    const url = urls.get(each.callbackUrl) ?? checkUrl(each.callbackUrl, given.allowHttp);
    urls.set(each.callbackUrl, url);
    if (!url.ok) return fail(ofLine(line, url.problem));
    wanted.push(toWanted(input, each, url.value.host));
  }
  return ok(wanted);
}

function toWanted({ idempotencyKey }: StartBatchInput, line: Line, host: string): WantedLine {
  const { appId, number, numberType, callbackUrl } = line;
  return {
    ...line,
    callbackHost: host,
    restoresBindingId: null,
    idempotencyKey: `${idempotencyKey} ${line.line}`,
    fingerprint: fingerprintOf([appId, number, numberType, callbackUrl]),
  };
}
