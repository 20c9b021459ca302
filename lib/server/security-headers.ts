/** On every response, whoever makes it. Source: OWASP Secure Headers. */
export const baseSecurityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Of the console's own script files. It binds only a worker, which takes its policy from the file that it starts with,
 * and fetches its parts from beside it.
 */
export const scriptFilePolicy =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** One year, with subdomains; only sent where the console is reached over TLS. */
export const strictTransport = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** The policy of a page: scripts only by nonce, nothing from anywhere else. */
export function pagePolicy(nonce: string, options: { development: boolean }): string {
  const evaluate = options.development ? " 'unsafe-eval'" : '';
  const socket = options.development ? ' ws:' : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    // The worker that plans the lines of a batch; by 'strict-dynamic' alone none could be started.
    "worker-src 'self'",
    `connect-src 'self'${socket}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
