import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { problem } from '#lib/domain/problem.ts';
import { movedPath } from '#lib/moved-paths.ts';
import { paths } from '#lib/paths.ts';
import { env } from '#lib/server/env.ts';
import { judgeRequest, ownOrigins, readOrigin } from '#lib/server/origin-check.ts';
import { pathHeader } from '#lib/server/path-header.ts';
import { pagePolicy } from '#lib/server/security-headers.ts';
import { reportWrongOrigin } from '#lib/server/wrong-origin.ts';

const own = ownOrigins(env);
const development = process.env.NODE_ENV === 'development';
const openPaths = ['/sign-in', '/setup', '/invitation', '/api/'];

/**
 * Headers, a plain refusal of foreign posts, and a kind redirect to sign-in. Never authority: whoever passes here
 * is checked again by every page, route and action.
 */
export function proxy(request: NextRequest): NextResponse {
  if (isFile(request.nextUrl.pathname)) {
    // Next would answer a post to a file with 500.
    return /^(GET|HEAD)$/.test(request.method)
      ? NextResponse.next()
      : new NextResponse(null, { status: 405 });
  }
  // Next's page for a broken layout can be asked for by name, and then answers 500.
  if (request.nextUrl.pathname === '/_global-error') return new NextResponse(null, { status: 404 });
  const refusal = judgeRequest(
    {
      method: request.method,
      forBatch: request.nextUrl.pathname === paths.newBatch,
      origin: request.headers.get('origin'),
      fetchSite: request.headers.get('sec-fetch-site'),
      contentType: request.headers.get('content-type'),
      contentLength: request.headers.get('content-length'),
      actionId: request.headers.get('next-action'),
    },
    own,
  );
  if (refusal !== null) return refuse(request, refusal);
  const moved = /^(GET|HEAD)$/.test(request.method) ? movedPath(request.nextUrl.pathname) : null;
  if (moved !== null)
    return NextResponse.redirect(new URL(moved + request.nextUrl.search, env.appOrigin), 308);
  if (wantsSignIn(request)) {
    const { pathname, search } = request.nextUrl;
    return NextResponse.redirect(new URL(paths.signIn(pathname + search), env.appOrigin));
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = pagePolicy(nonce, { development });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** Next's client hands a page the text of a `text/plain` refusal, so that it can say what is wrong. */
function refuse(request: NextRequest, status: number): NextResponse {
  const reached = readOrigin(request.headers.get('origin'));
  const isElsewhere = status === 403 && reached !== null && !own.includes(reached);
  if (isElsewhere) reportWrongOrigin(reached, env.appOrigin);
  const cause = isElsewhere
    ? problem('wrong_origin', { params: { reached, configured: env.appOrigin } })
    : status === 413
      ? problem('request_too_large')
      : null;
  if (cause === null) return new NextResponse(null, { status });
  return new NextResponse(JSON.stringify({ problem: cause }), {
    status,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
}

function wantsSignIn(request: NextRequest): boolean {
  if (request.method !== 'GET') return false;
  if (openPaths.some((path) => request.nextUrl.pathname.startsWith(path))) return false;
  return !request.cookies.getAll().some(({ name }) => name.endsWith('session_token'));
}

/** Files need no policy, may be kept by caches, and are only read. */
const isFile = (pathname: string): boolean =>
  pathname.startsWith('/_next/static/') || /^\/favicon\.(svg|ico)$/.test(pathname);

// Everything: an action runs at any path, so a path left out would be a way round the gate.
export const config = { matcher: '/(.*)' };
