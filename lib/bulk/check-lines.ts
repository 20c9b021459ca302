import { checkUrl, fingerprintOf } from '#lib/bindings/check-input.ts';
import type { StartBatchInput } from '#lib/bulk/schema.ts';
import type { WantedLine } from '#lib/bulk/store-start.ts';
import { isSentForm } from '#lib/domain/phone-number.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { App } from '#lib/entry/context.ts';

type Given = { apps: readonly App[]; allowHttp: boolean };
type Line = StartBatchInput['lines'][number];

const ofLine = (line: number, { code, ...rest }: Problem): Problem =>
  problem(code, { ...rest, params: { ...rest.params, line } });

/** Checks every line anew: the browser showed the dry run, and is not to be trusted. Ends at the first that is wrong. */
export function checkLines(input: StartBatchInput, given: Given): Result<WantedLine[]> {
  const apps = new Set(given.apps.map(({ id }) => id));
  const urls = new Map<string, Result<{ host: string }>>();
  const places = new Set<number>();
  const numbers = new Set<string>();
  const wanted: WantedLine[] = [];
  for (const each of input.lines) {
    const { line, appId, number } = each;
    const key = `${appId} ${number}`;
    if (places.has(line) || numbers.has(key)) return fail(problem('batch_line_twice', { params: { line } }));
    places.add(line);
    numbers.add(key);
    if (!apps.has(appId)) return fail(ofLine(line, problem('app_not_allowed', { field: 'appId' })));
    if (!isSentForm(number)) return fail(ofLine(line, problem('number_not_shown_form', { field: 'number' })));
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
