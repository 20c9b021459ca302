import 'server-only';
import { headers } from 'next/headers';
import type { $ZodType } from 'zod/v4/core';
import type { Permission } from '#lib/auth/permissions.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Pace } from '#lib/entry/action-pace.ts';
import { authorizeRequest, type Scope } from '#lib/entry/authorize-request.ts';
import { settleAction } from '#lib/entry/catch-unexpected.ts';
import type { Context } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { assertStrict, readInput } from '#lib/entry/read-input.ts';

type Action<Input, Value> = (input: Input) => Promise<Result<Value>>;

type Definition<Input, Value> = {
  /** Left out: any signed-in viewer; the service decides, and may keep a record of whom it refused. */
  permission?: Permission;
  /** Left out: `writes`. */
  pace?: Pace;
  /** A z.strictObject. */
  input: $ZodType<Input>;
  run(scope: Scope, input: Input): Promise<Result<Value>>;
};

/**
 * A server action, which is a public POST endpoint: it runs on any path, for anybody who knows its id. Asks who it
 * is, whether they may, whether the one argument is well formed, and only then runs. What is refused also has its status:
 * 401 without a session, 403 without the right, 400 for a malformed argument. Call it through `callAction`.
 */
export function defineAction<Input, Value>(definition: Definition<Input, Value>): Action<Input, Value> {
  const { permission, pace = 'writes', input: schema, run } = definition;
  assertStrict(schema);
  return (...args: unknown[]) =>
    settleAction(async () => {
      const scope = await authorizeRequest(permission, pace);
      if (!scope.ok) return scope;
      const input = readInput(schema, args);
      return input.ok ? run(scope.value, input.value) : input;
    });
}

type PublicDefinition<Input, Value> = {
  input: $ZodType<Input>;
  run(scope: { context: Context; headers: Headers }, input: Input): Promise<Result<Value>>;
};

/** An action for who is not signed in yet. Whoever writes one limits it by the account and the address. */
export function definePublicAction<Input, Value>(
  definition: PublicDefinition<Input, Value>,
): Action<Input, Value> {
  const { input: schema, run } = definition;
  assertStrict(schema);
  return (...args: unknown[]) =>
    settleAction(async () => {
      const input = readInput(schema, args);
      if (!input.ok) return input;
      return run({ context: await getContext(), headers: await headers() }, input.value);
    });
}
