import { type Refusal, refuse } from '#lib/simulator/envelope.ts';

export type Parameters = ReadonlyMap<string, unknown>;

/** A refusal raised while parameters are read; the caller turns it into an answer. */
export class ParameterError extends Error {
  readonly refusal: Refusal;
  constructor(code: string, message: string) {
    super(message);
    this.refusal = refuse(code, message);
  }
}

/** Reads a JSON object. Integers come back as bigint, so that an app id is compared digit by digit, never rounded. */
export function parseParameters(body: Buffer): Parameters {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), keepDigits);
  } catch {
    throw new ParameterError('InvalidParameter', 'The request body is not valid JSON in UTF-8.');
  }
  return toObject(value, 'The request body');
}

export function toObject(value: unknown, name: string): Parameters {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ParameterError('InvalidParameter', `${name} is not an object.`);
  }
  return new Map(Object.entries(value));
}

/** Refuses fields that the action does not define, as Tencent does. */
export function allowOnly(parameters: Parameters, names: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (!names.includes(name))
      throw new ParameterError('UnknownParameter', `The parameter ${name} is not defined.`);
  }
}

export function requiredText(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined) throw new ParameterError('MissingParameter', `The parameter ${name} is missing.`);
  if (typeof value !== 'string') throw new ParameterError('InvalidParameter', `${name} is not a string.`);
  return value;
}

/** An unsigned integer as its exact digits; `fallback` stands for an absent one, undefined makes it required. */
export function integerDigits(parameters: Parameters, name: string, fallback?: string): string {
  const value = parameters.get(name);
  if (value === undefined && fallback !== undefined) return fallback;
  if (value === undefined) throw new ParameterError('MissingParameter', `The parameter ${name} is missing.`);
  if (typeof value !== 'bigint' || value < 0n || value >= 2n ** 64n) {
    throw new ParameterError('InvalidParameter', `${name} is not an unsigned integer.`);
  }
  return value.toString();
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && /^-?\d+$/.test(context?.source ?? '')
    ? BigInt(context?.source ?? '')
    : value;
}
