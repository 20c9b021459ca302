import 'server-only';
import { headers } from 'next/headers';
import type { $ZodType } from 'zod/v4/core';
import type { Permission } from '#lib/auth/permissions.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Pace } from '#lib/entry/action-pace.ts';
import { authorizeRequest, checkPermission, type Scope } from '#lib/entry/authorize-request.ts';
import { settleAction } from '#lib/entry/catch-unexpected.ts';
import type { Context } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { assertStrict, readInput } from '#lib/entry/read-input.ts';

type Action<Input, Value> = (input: Input) => Promise<Result<Value>>;

type Definition<Input, Value> = {
  /** Left out: any signed-in viewer. */
  permission?: Permission;
  /** The service asks for `permission` itself, and records what it refuses in more detail. */
  serviceRefuses?: boolean;
  /** Left out: `writes`. */
  pace?: Pace;
  /** A z.strictObject. */
  input: $ZodType<Input>;
  run(scope: Scope, input: Input): Promise<Result<Value>>;
};

/**
 * A server action, which is a public POST endpoint: it runs on any path, for anybody who knows its id. Asks who it
 * is, whether they may, whether the one argument is well formed, and only then runs. What is refused also has its status:
 * 401 without a session, 403 without the right, however the argument looks, 400 for a malformed argument. Call it through
 * `callAction`.
 */
export function defineAction<Input, Value>(definition: Definition<Input, Value>): Action<Input, Value> {
  const { permission, serviceRefuses = false, pace = 'writes', input: schema, run } = definition;
  assertStrict(schema);
  return (...args: unknown[]) =>
    settleAction(async () => {
      const scope = await authorizeRequest(serviceRefuses ? undefined : permission, pace);
      if (!scope.ok) return scope;
      const input = readInput(schema, args);
      if (input.ok) return run(scope.value, input.value);
      // The service never sees a malformed argument, so whoever may not is refused here.
      const permitted = permission ? await checkPermission(scope.value, permission) : scope;
      return permitted.ok ? input : permitted;
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
