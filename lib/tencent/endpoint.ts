import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { EnvironmentProblem } from '#lib/server/environment.ts';

export type Endpoint = { url: URL; kind: 'tencent' | 'loopback' };

/** `ccc`, then optionally a region such as ap-guangzhou, then optionally `intl`. */
const tencentHost = /^ccc(?:\.[a-z]{2}(?:-[a-z]{2,20}){1,2}(?:-[0-9])?)?(?:\.intl)?\.tencentcloudapi\.com$/;

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = (url: URL): boolean => loopbackHost.test(url.hostname);

const allowed =
  'use https://ccc.intl.tencentcloudapi.com, https://ccc.tencentcloudapi.com, one of these with a region ' +
  '(https://ccc.ap-guangzhou.tencentcloudapi.com), or an address on this machine such as http://127.0.0.1:4010';

const refuse = (flaw: string) => fail({ variable: 'CCC_ENDPOINT', advice: `${flaw}; ${allowed}` });

/**
 * Where signed requests may go. Any other host would be handed signatures that it could replay for five minutes.
 * The text must be in canonical form: the URL parser would quietly repair spaces, backslashes and odd digits.
 */
export function parseEndpoint(text: string): Result<Endpoint, EnvironmentProblem> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return refuse('the value is not a web address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('the address does not begin with https://');
  if (url.username || url.password) return refuse('the address must not hold a user name or password');
  if (url.pathname !== '/' || url.search || url.hash) return refuse('the address must end after the host');
  if (text !== url.origin && text !== url.href) return refuse('the address is not written plainly');
  if (isLoopback(url)) return ok({ url, kind: 'loopback' });
  if (!tencentHost.test(url.hostname)) return refuse("the host is not one of Tencent's");
  if (url.protocol !== 'https:') return refuse("Tencent's hosts are reached over https:// only");
  if (url.port !== '') return refuse("Tencent's hosts take no port");
  return ok({ url, kind: 'tencent' });
}
