/** Largest body of a server action, in bytes. Ours are under 10 kB. */
const bodyLimit = 1_000_000;
/** Of the page that starts a batch: 20,000 lines of some 200 bytes. next.config.js allows as much. */
const batchBodyLimit = 8_000_000;

/** Bytes that the body of a signed-in person's post may have. */
export const largestBody = (forBatch: boolean): number => (forBatch ? batchBodyLimit : bodyLimit);

type Facts = {
  method: string;
  /** It goes to the page that starts a batch. */
  forBatch: boolean;
  origin: string | null;
  fetchSite: string | null;
  contentType: string | null;
  contentLength: string | null;
  /** The `next-action` header. */
  actionId: string | null;
};

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const actionContentType = /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)(;|$)/i;

/**
 * Judges a request before any of our code sees it: null lets it pass, a number is the status to refuse it with.
 * It turns foreign and malformed posts into a plain 4xx; it is not what protects, every action checks for itself.
 */
export function judgeRequest(facts: Facts, ownOrigins: readonly string[]): number | null {
  if (readingMethods.has(facts.method)) return null;
  if (facts.method !== 'POST') return 405;
  if (facts.origin === null || !ownOrigins.includes(facts.origin)) return 403;
  if (facts.fetchSite !== null && facts.fetchSite !== 'same-origin') return 403;
  if (facts.contentLength === null || !/^\d{1,15}$/.test(facts.contentLength)) return 411;
  if (Number(facts.contentLength) > largestBody(facts.forBatch)) return 413;
  if (!actionContentType.test(facts.contentType ?? '')) return 415;
  if (facts.actionId !== null && !/^[0-9a-f]{40,64}$/.test(facts.actionId)) return 400;
  return null;
}

/**
 * The origins that are ours. Where APP_ORIGIN was left to its loopback default, the other spellings of that
 * loopback origin count too; a configured origin stands alone.
 */
export function ownOrigins(environment: { appOrigin: string; appOriginIsDefault: boolean }): string[] {
  if (!environment.appOriginIsDefault) return [environment.appOrigin];
  const { port } = new URL(environment.appOrigin);
  const suffix = port ? `:${port}` : '';
  return [environment.appOrigin, `http://127.0.0.1${suffix}`, `http://[::1]${suffix}`];
}

/** An Origin header as it may be repeated to its sender and to the log: an origin, and nothing else. */
export function readOrigin(header: string | null): string | null {
  if (header === null || header.length > 200 || !URL.canParse(header)) return null;
  return new URL(header).origin === header ? header : null;
}
