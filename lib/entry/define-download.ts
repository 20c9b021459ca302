import 'server-only';
import type { NextRequest } from 'next/server';
import type { Permission } from '#lib/auth/permissions.ts';
import type { Result } from '#lib/domain/result.ts';
import { authorizeRequest, type Scope } from '#lib/entry/authorize-request.ts';
import { settle } from '#lib/entry/catch-unexpected.ts';
import { statusOf } from '#lib/entry/status-of.ts';
import { logIncident } from '#lib/server/log.ts';

/** A file that is made while it is sent. */
export type Download = {
  /** Letters, digits, `_`, `-`, `+` and `.`: it stands in a header as it is. */
  fileName: string;
  contentType: string;
  parts: AsyncIterable<string | Uint8Array>;
};

type Params = Record<string, string>;
type Definition = {
  permission: Permission;
  run(scope: Scope, params: Params, search: URLSearchParams): Promise<Result<Download>>;
};

type Handler = (request: NextRequest, route: { params: Promise<Params> }) => Promise<Response>;

/**
 * A GET route for a file, sent part by part: the next one is made when the reader has taken the last, and none once
 * they are gone. A failure on the way breaks the connection, so that no half of a file looks like a whole one.
 */
export function defineDownload({ permission, run }: Definition): Handler {
  return async (request, route) => {
    const doing = `GET ${request.nextUrl.pathname}`;
    const result = await settle(doing, async (): Promise<Result<Download>> => {
      const scope = await authorizeRequest(permission, 'reads');
      return scope.ok ? run(scope.value, await route.params, request.nextUrl.searchParams) : scope;
    });
    const headers = { 'cache-control': 'no-store' };
    if (!result.ok) {
      const status = statusOf(result.problem.code) ?? 400;
      return Response.json({ problem: result.problem }, { headers, status });
    }
    const { fileName, contentType, parts } = result.value;
    return new Response(toStream(parts, doing), {
      headers: {
        ...headers,
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
        // No proxy in front may gather the whole of it first.
        'x-accel-buffering': 'no',
      },
    });
  };
}

/** Asks for a part only when the one before has been taken. */
export function toStream(
  parts: AsyncIterable<string | Uint8Array>,
  doing: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  let left = false;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await iterator.next();
          if (left) return;
          if (done) controller.close();
          else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
        } catch (error) {
          if (left) return;
          logIncident(error, doing);
          controller.error(error);
        }
      },
      cancel: async () => {
        left = true;
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
