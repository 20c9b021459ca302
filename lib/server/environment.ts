import * as z from 'zod';
import { judgeDatabaseUrl, judgeSslMode, parseDatabaseUrl } from '#lib/server/database-url.ts';

/** One thing wrong with the environment: which variable, and what to do. Never its value. */
export type EnvironmentProblem = { variable: string; advice: string };

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to);

/** A decimal from 1 to 20: the provider takes 20 requests a second with one key. */
const sendsPerSecond = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,3})?$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 20);

const origin = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
});

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Each variable with the advice that is printed when its value does not fit. */
const variables = {
  PORT: [wholeNumber(1, 65_535), 'give a port from 1 to 65535'],
  APP_ORIGIN: [
    origin,
    'give scheme, host and port only, such as https://patchboard.example.net: Patchboard runs at the root of a host name, never under a path',
  ],
  LISTEN_HOST: [
    z.string().regex(/^[\w.:-]+$/),
    'give an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  ],
  ALLOW_INSECURE_HTTP: [flag, 'give true or false'],
  DATA_DIR: [z.string(), 'give a folder'],
  PGSSLMODE: [z.string().refine((text) => judgeSslMode(text) === null), judgeSslMode('') ?? ''],
  AUTH_SECRET: [z.string().min(32), 'give at least 32 characters, or leave it out to have one made'],
  LOG_LEVEL: [z.enum(logLevels), `give one of ${logLevels.join(', ')}`],
  PATCHBOARD_ADMIN_EMAIL: [z.email(), 'give an email address'],
  PATCHBOARD_ADMIN_PASSWORD: [z.string().min(12).max(128), 'give 12 to 128 characters'],
  ALLOW_HTTP_CALLBACKS: [flag, 'give true or false'],
  SENDS_PER_SECOND: [sendsPerSecond, 'give a number from 1 to 20, such as 12.5'],
  PATCHBOARD_HORIZON_MS: [wholeNumber(1, 999_999), 'give milliseconds; it counts against a simulator only'],
  TRUSTED_PROXY_HOPS: [wholeNumber(0, 9), 'give the number of proxies in front, from 0 to 9'],
  HTTPS_PROXY: [
    z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text)),
    'give an http:// or https:// address of the proxy',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Variable = keyof typeof variables;
type Value<Name extends Variable> = z.output<(typeof variables)[Name][0]>;

/**
 * The process environment, checked and typed. Values that only lib/tencent understands stay text here and are
 * read by `readConfiguration` of lib/entry.
 */
export type Environment = {
  port: number;
  appOrigin: string;
  /** True when APP_ORIGIN was not given: every loopback spelling of the origin is then ours. */
  appOriginIsDefault: boolean;
  /** The address to listen on; null: server.ts chooses, see `chooseListenHost`. */
  listenHost: string | null;
  /** Real credentials may meet a console that people reach over plain http. */
  allowInsecureHttp: boolean;
  dataDir: string;
  databaseUrl: string | null;
  authSecret: string | null;
  logLevel: (typeof logLevels)[number];
  firstAdmin: { email: string; password: string } | null;
  allowHttpCallbacks: boolean;
  /** How much of the provider's 20 requests a second this console may use. */
  sendsPerSecond: number;
  trustedProxyHops: number;
  httpsProxy: string | null;
  noProxy: string | null;
  /** In place of the five minutes after which a request can no longer arrive, in ms; honoured like the kill point. */
  horizonMs: number | null;
  /** Kill point for campaigns against the simulator; honoured on a loopback endpoint only. */
  failPoint: string | null;
  tencent: {
    secretId: string | null;
    secretKey: string | null;
    sessionToken: string | null;
    endpoint: string | null;
    sdkApps: string | null;
    /** Set by server.ts alone, when it has started the built-in simulator. */
    simulated: boolean;
  };
};

type Source = Record<string, string | undefined>;

/** Reads the environment; every problem is found in one pass. An empty value counts as not given. */
export function parseEnvironment(source: Source): {
  environment: Environment;
  problems: EnvironmentProblem[];
} {
  const problems: EnvironmentProblem[] = [];
  const raw = (name: string): string | null => source[name]?.trim() || null;
  const read = <Name extends Variable>(name: Name): Value<Name> | null => {
    const text = raw(name);
    if (text === null) return null;
    const [schema, advice] = variables[name];
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data as Value<Name>;
    problems.push({ variable: name, advice });
    return null;
  };

  /** With what PGSSLMODE and PGSSLROOTCERT add, so that one text says all about the connection. */
  const readDatabaseUrl = (): string | null => {
    const text = raw('DATABASE_URL');
    const mode = read('PGSSLMODE');
    if (text === null) return null;
    const advice = judgeDatabaseUrl(text);
    if (advice !== null) problems.push({ variable: 'DATABASE_URL', advice });
    const url = advice === null ? parseDatabaseUrl(text) : null;
    if (url === null) return null;
    for (const [name, value] of [
      ['sslmode', mode],
      ['sslrootcert', raw('PGSSLROOTCERT')],
    ] as const)
      if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value);
    return url.href;
  };

  const port = read('PORT') ?? 3000;
  const givenOrigin = read('APP_ORIGIN');
  const email = read('PATCHBOARD_ADMIN_EMAIL');
  const password = read('PATCHBOARD_ADMIN_PASSWORD');
  if ((raw('PATCHBOARD_ADMIN_EMAIL') === null) !== (raw('PATCHBOARD_ADMIN_PASSWORD') === null)) {
    const variable = raw('PATCHBOARD_ADMIN_EMAIL') ? 'PATCHBOARD_ADMIN_PASSWORD' : 'PATCHBOARD_ADMIN_EMAIL';
    problems.push({
      variable,
      advice: 'give both the email and the password of the first admin, or neither',
    });
  }

  const environment: Environment = {
    port,
    appOrigin: givenOrigin?.replace(/\/$/, '') ?? `http://localhost:${port}`,
    appOriginIsDefault: givenOrigin === null,
    dataDir: read('DATA_DIR') ?? '.data',
    listenHost: read('LISTEN_HOST'),
    allowInsecureHttp: read('ALLOW_INSECURE_HTTP') ?? false,
    databaseUrl: readDatabaseUrl(),
    authSecret: read('AUTH_SECRET'),
    logLevel: read('LOG_LEVEL') ?? 'info',
    firstAdmin: email && password ? { email, password } : null,
    allowHttpCallbacks: read('ALLOW_HTTP_CALLBACKS') ?? false,
    sendsPerSecond: read('SENDS_PER_SECOND') ?? 20,
    trustedProxyHops: read('TRUSTED_PROXY_HOPS') ?? 0,
    httpsProxy: read('HTTPS_PROXY') ?? raw('https_proxy'),
    noProxy: raw('NO_PROXY') ?? raw('no_proxy'),
    horizonMs: read('PATCHBOARD_HORIZON_MS'),
    failPoint: raw('PATCHBOARD_FAIL_POINT'),
    tencent: {
      // Not trimmed here: lib/tencent trims them and tells white space inside from white space around.
      secretId: source.TENCENTCLOUD_SECRET_ID || null,
      secretKey: source.TENCENTCLOUD_SECRET_KEY || null,
      sessionToken: source.TENCENTCLOUD_SESSION_TOKEN || null,
      endpoint: raw('CCC_ENDPOINT'),
      sdkApps: raw('CCC_SDK_APPS'),
      simulated: raw('PATCHBOARD_SIMULATED') === 'true',
    },
  };
  return { environment, problems };
}

/** One readable list of everything that is wrong. */
export const describeProblems = (problems: readonly EnvironmentProblem[]): string =>
  [
    'Patchboard can not start. Please correct the environment:',
    ...problems.map(({ variable, advice }) => `  - ${variable}: ${advice}`),
  ].join('\n');
