import { Refusal } from '#e2e/strict-endpoint/signature.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Checks a body against the documented parameters of BindNumberCallInInterface; nothing more may be in it. */
export function checkBindBody(body: Buffer): void {
  const wanted = readObject(utf8.decode(body));
  only(wanted, ['SdkAppId', 'Number', 'CallInInterface', 'NumberType']);
  if (!Number.isSafeInteger(wanted.SdkAppId))
    throw new Refusal('InvalidParameter', 'SdkAppId is no integer.');
  text(wanted.Number, 'Number');
  if ('NumberType' in wanted && wanted.NumberType !== 'inner' && wanted.NumberType !== 'number')
    throw new Refusal('InvalidParameterValue', 'NumberType is neither inner nor number.');
  if (!('CallInInterface' in wanted)) return;
  const { CallInInterface: callIn } = wanted;
  if (typeof callIn !== 'object' || callIn === null)
    throw new Refusal('InvalidParameter', 'CallInInterface is no object.');
  only(callIn, ['URL']);
  text('URL' in callIn ? callIn.URL : undefined, 'URL');
}

function readObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('InvalidParameter', 'The body is no object.');
  return { ...value };
}

function only(object: object, names: readonly string[]): void {
  const other = Object.keys(object).find((name) => !names.includes(name));
  if (other !== undefined) throw new Refusal('UnknownParameter', `${other} is not defined.`);
}

function text(value: unknown, name: string): void {
  if (typeof value !== 'string' || value === '') throw new Refusal('MissingParameter', `${name} is no text.`);
}
