import * as z from 'zod/v4/core';
import { readIssues } from '#lib/domain/issues.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** Throws at start-up when a schema would let unknown keys through: what is not asked for is refused. */
export function assertStrict(schema: z.$ZodType): void {
  const { def } = (schema as z.$ZodObject)._zod;
  if (def.type !== 'object' || def.catchall?._zod.def.type !== 'never') {
    throw new Error('The input of an action is a z.strictObject: unknown keys are refused.');
  }
}

/**
 * Reads what a browser sent as the arguments of an action. Anything but one object of the schema's shape is
 * `invalid_input`, with a problem for each field at fault. A schema names its own codes as messages:
 * `z.minLength(1, 'name_missing')`.
 */
export function readInput<Output>(schema: z.$ZodType<Output>, args: unknown[]): Result<Output> {
  if (args.length !== 1) return fail(problem('invalid_input'));
  const parsed = parse(schema, args[0]);
  if (parsed === null) return fail(problem('invalid_input'));
  if (parsed.success) return ok(parsed.data);
  return fail(problem('invalid_input', { problems: readIssues(parsed.error.issues) }));
}

/** Null where looking at the argument throws, as React's stand-in for something that stayed in the browser does. */
function parse<Output>(schema: z.$ZodType<Output>, argument: unknown) {
  try {
    return z.safeParse(schema, argument);
  } catch {
    return null;
  }
}
