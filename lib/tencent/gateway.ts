import 'server-only';
import { monotonicMs, now } from '#lib/clock.ts';
import { noticeableSkewMs } from '#lib/domain/clock-skew.ts';
import type { AttemptOutcome } from '#lib/domain/outcome.ts';
import { expiredCode } from '#lib/domain/provider-codes.ts';
import { makeSecretRemover } from '#lib/server/redact.ts';
import { createClient, type SendLimits, type WireWatcher } from '#lib/tencent/client.ts';
import { measureClockSkewMs } from '#lib/tencent/clock-skew.ts';
import { type Credentials, maskSecretId } from '#lib/tencent/credentials.ts';
import { isLoopback } from '#lib/tencent/endpoint.ts';
import { judge } from '#lib/tencent/errors.ts';
import type { Exchange } from '#lib/tencent/exchange.ts';
import { type NumbersPage, parseNumbersPage } from '#lib/tencent/numbers-page.ts';
import {
  apiVersion,
  type BindRequest,
  type NumbersRequest,
  type Prepared,
  prepareBind,
  prepareDescribeNumbers,
  prepareReadOfNumbers,
  serviceName,
} from '#lib/tencent/operations.ts';
import { describeProxy } from '#lib/tencent/proxy.ts';
import { authorization, sha256Hex } from '#lib/tencent/sign.ts';

export type { BindRequest, Credentials, NumbersPage, Prepared };

export type SendReport = {
  outcome: AttemptOutcome;
  httpStatus: number | null;
  /** The provider's code verbatim, or one of our own; null when `bound`, which for a read means answered. */
  code: string | null;
  /** The provider's words, at most 500 characters. */
  message: string | null;
  requestId: string | null;
  durationMs: number;
  /** X-TC-Timestamp, UNIX seconds. */
  signedAt: number;
  /** How far this machine's clock is behind the provider's (negative: ahead); null without a readable Date. */
  clockSkewMs: number | null;
};

export type Gateway = {
  /** SHA-256 (hex) of the SecretId: the provider counts its quota by key. */
  keyHash: string;
  endpointHost: string;
  /** The endpoint is on this machine, so nothing reaches the provider. */
  simulated: boolean;
  credentialSource: Credentials['source'];
  maskedSecretId: string;
  /** The proxy in use, without its user name and password. */
  proxy: string | null;
  /** The correction in use since a signature expired, in milliseconds; 0 while this machine's clock is trusted. */
  clockOffsetMs(): number;
  prepareBind(request: BindRequest): Prepared;
  prepareReadOfNumbers(app: Pick<BindRequest, 'sdkAppId'>): Prepared;
  /** One request on the wire. Never rejects, never repeats by itself. */
  send(prepared: Prepared, options: SendLimits & { watch?: WireWatcher }): Promise<SendReport>;
  /** One page of an app's list of numbers, which changes nothing. `page` is null unless the outcome is `bound`: answered. */
  describeNumbers(
    request: NumbersRequest,
    options: Omit<SendLimits, 'notAfterMs'>,
  ): Promise<SendReport & { page: NumbersPage | null }>;
  close(): void;
};

export type GatewayOptions = {
  endpoint: URL;
  credentials: Credentials;
  /** What else must not be kept of an answer: a machine in between may repeat what it knows. */
  secrets?: readonly (string | null)[];
  proxy?: URL | null;
  ca?: string;
  /** Replaced in tests of a clock that is off. */
  wallClock?: () => Date;
};

const signedHeaderNames = ['content-type', 'host', 'x-tc-action'];

/** The one way to the provider. Knows its words, keeps its connections, remembers its clock after a refusal. */
export function createGateway(options: GatewayOptions): Gateway {
  const { endpoint, credentials, secrets = [], proxy = null, ca, wallClock = now } = options;
  const { secretId, secretKey, token } = credentials;
  const client = createClient({ endpoint, proxy, ...(ca === undefined ? {} : { ca }) });
  let clockOffsetMs = 0;

  const headersFor = ({ action, body }: Prepared, timestamp: number): Record<string, string> => {
    const headers = {
      Host: endpoint.host,
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
      'Accept-Encoding': 'identity',
      'X-TC-Action': action,
      'X-TC-Version': apiVersion,
      'X-TC-Timestamp': String(timestamp),
      ...(token === null ? {} : { 'X-TC-Token': token }),
    };
    const ladder = { method: 'POST', path: '/', query: '', headers, signedHeaderNames, body };
    const keys = { timestamp, service: serviceName, secretId, secretKey };
    return { ...headers, Authorization: authorization({ ...ladder, ...keys }) };
  };

  // Whoever answers may repeat what was sent, and an answer is stored and shown. As latin1 no byte changes meaning.
  const removeSecrets = makeSecretRemover([secretId, secretKey, token, ...secrets]);
  const withoutSecrets = (exchange: Exchange): Exchange =>
    exchange.kind === 'answered'
      ? { ...exchange, body: Buffer.from(removeSecrets(exchange.body.toString('latin1')), 'latin1') }
      : exchange;

  const exchangeOnce = async (
    prepared: Prepared,
    options: SendLimits & { watch?: WireWatcher },
  ): Promise<{ report: SendReport; exchange: Exchange }> => {
    const startedMs = monotonicMs();
    const signedAt = Math.floor((wallClock().getTime() + clockOffsetMs) / 1000);
    const exchange = withoutSecrets(
      await client.exchange({ ...options, headers: headersFor(prepared, signedAt), body: prepared.body }),
    );
    const durationMs = Math.round(monotonicMs() - startedMs);
    const date = exchange.kind === 'not_sent' ? null : exchange.date;
    const clockSkewMs = measureClockSkewMs(date, wallClock());
    const verdict = judge(exchange);
    const expired = verdict.code === expiredCode && verdict.outcome === 'refused';
    // Set anew each time, so that a correction does not outlive the fault it corrected.
    if (expired && clockSkewMs !== null)
      clockOffsetMs = Math.abs(clockSkewMs) < noticeableSkewMs ? 0 : clockSkewMs;
    return { report: { ...verdict, durationMs, signedAt, clockSkewMs }, exchange };
  };

  const describeNumbers: Gateway['describeNumbers'] = async (request, options) => {
    const { report, exchange } = await exchangeOnce(prepareDescribeNumbers(request), options);
    const page = report.outcome === 'bound' ? parseNumbersPage(exchange) : null;
    if (report.outcome !== 'bound' || page !== null) return { ...report, page };
    return { ...report, outcome: 'unknown', code: 'Unknown.UnexpectedAnswer', page: null };
  };

  return {
    keyHash: sha256Hex(secretId),
    endpointHost: endpoint.host,
    simulated: isLoopback(endpoint),
    credentialSource: credentials.source,
    maskedSecretId: maskSecretId(secretId),
    proxy: describeProxy(proxy),
    clockOffsetMs: () => clockOffsetMs,
    prepareBind,
    prepareReadOfNumbers,
    send: async (prepared, sending) => (await exchangeOnce(prepared, sending)).report,
    describeNumbers,
    close: client.close,
  };
}
