import 'server-only';
import type { NextRequest } from 'next/server';
import type { Permission } from '#lib/auth/permissions.ts';
import type { Result } from '#lib/domain/result.ts';
import { authorizeRequest, type Scope } from '#lib/entry/authorize-request.ts';
import { settle } from '#lib/entry/catch-unexpected.ts';
import { statusOf } from '#lib/entry/status-of.ts';

type Params = Record<string, string>;

type Definition<Input, Value> = {
  permission?: Permission;
  /** Reads the query and the path; what it refuses answers 400. */
  parse(request: { search: URLSearchParams; params: Params }): Result<Input>;
  run(scope: Scope, input: Input): Promise<Result<Value>>;
};

type Handler = (request: NextRequest, route: { params: Promise<Params> }) => Promise<Response>;

/** A GET route for JSON: the value with 200, else `{ problem }` with its status. Never kept by any cache. */
export function defineRoute<Input, Value>(definition: Definition<Input, Value>): Handler {
  const { permission, parse, run } = definition;
  return async (request, route) => {
    const result = await settle(`GET ${request.nextUrl.pathname}`, async (): Promise<Result<Value>> => {
      const scope = await authorizeRequest(permission, 'reads');
      if (!scope.ok) return scope;
      const input = parse({ search: request.nextUrl.searchParams, params: await route.params });
      return input.ok ? run(scope.value, input.value) : input;
    });
    const headers = { 'cache-control': 'no-store' };
    if (result.ok) return Response.json(result.value, { headers });
    const { code, params } = result.problem;
    const wait = code === 'reading_paced' ? { 'retry-after': String(params?.seconds) } : {};
    return Response.json(
      { problem: result.problem },
      { headers: { ...headers, ...wait }, status: statusOf(code) ?? 400 },
    );
  };
}
