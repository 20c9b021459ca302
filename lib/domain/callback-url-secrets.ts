const secretName =
  /(?:^|[_.-])(?:token|secret|key|sign|signature|sig|pass|passwd|password|pwd|auth|credential|code|session|jwt)s?(?:$|[_.-])|(?:api|access|secret)key|token$|secret$|password$/i;

/** What stands in for a hidden value. */
export const maskedValue = '***';

/**
 * A callback URL with the values of secret-looking query parameters hidden. The provider documents no way to
 * authenticate its calls, so people put secrets into the URL; somebody who only reads history needs none of them.
 */
export function maskUrlSecrets(url: string): string {
  const cut = url.indexOf('?');
  if (cut < 0) return url;
  const pairs = url.slice(cut + 1).split('&');
  const masked = pairs.map((pair) => {
    const name = pair.split('=', 1)[0] ?? '';
    const readable = decodeLeniently(name).replace(/([a-z])([A-Z])/g, '$1_$2');
    return pair.includes('=') && secretName.test(readable) ? `${name}=${maskedValue}` : pair;
  });
  return `${url.slice(0, cut)}?${masked.join('&')}`;
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
