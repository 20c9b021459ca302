import { createHash, createHmac } from 'node:crypto';
import { type Agent, request } from 'node:http';

/** For tests of the simulator only: a request signed by hand, any part of which can be made wrong. */
export type HandSigned = {
  endpoint: string;
  body?: string | Buffer;
  method?: string;
  path?: string;
  action?: string;
  secretId?: string;
  secretKey?: string;
  timestamp?: number;
  date?: string;
  service?: string;
  signedNames?: string[];
  /** Sent after signing; undefined removes a header, a list sends it several times. */
  tamper?: Record<string, string | string[] | undefined>;
  tamperBody?: string;
  /** Signed and sent in addition. */
  headers?: Record<string, string>;
  agent?: Agent;
};

type HandAnswer = {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  code: string | null;
};

export const bindBody = (fields: Record<string, unknown> = {}): string =>
  JSON.stringify({
    SdkAppId: 1400000000,
    Number: '0086075586013388',
    CallInInterface: { URL: 'https://example.com/inbound' },
    ...fields,
  });

const hex = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export function signByHand(options: HandSigned): Record<string, string> {
  const { body = bindBody(), action = 'BindNumberCallInInterface', service = 'ccc' } = options;
  const timestamp = options.timestamp ?? Math.floor(Date.now() / 1000);
  const date = options.date ?? new Date(timestamp * 1000).toISOString().split('T')[0] ?? '';
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    host: new URL(options.endpoint).host,
    'x-tc-action': action,
    'x-tc-timestamp': String(timestamp),
    'x-tc-version': '2020-02-10',
    ...options.headers,
  };
  const names = options.signedNames ?? ['content-type', 'host', 'x-tc-action'];
  const block = names.map((name) => `${name}:${headers[name]?.toLowerCase()}`).join('\n');
  const canonical = ['POST', '/', '', `${block}\n`, names.join(';'), hex(body)].join('\n');
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${hex(canonical)}`;
  const key = mac(
    mac(mac(`TC3${options.secretKey ?? 'simulator-secret-key'}`, date), service),
    'tc3_request',
  );
  const credential = `${options.secretId ?? 'simulator-secret-id'}/${date}/${service}/tc3_request`;
  const signature = mac(key, toSign).toString('hex');
  headers.authorization = `TC3-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return headers;
}

/** Sends it and reads the whole answer; rejects as the socket does. */
export function sendByHand(options: HandSigned): Promise<HandAnswer> {
  const { endpoint, method = 'POST', path = '/', body = bindBody(), tamper = {}, tamperBody } = options;
  const headers = Object.fromEntries(
    Object.entries({ ...signByHand(options), ...tamper }).filter(([, value]) => value !== undefined),
  );
  return new Promise((resolve, reject) => {
    const url = new URL(path, endpoint);
    const sent = request(url, { method, headers, agent: options.agent ?? false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const code = /"Code":"([^"]+)"/.exec(text)?.[1] ?? null;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code });
      });
    });
    sent.on('error', reject);
    sent.end(tamperBody ?? body);
  });
}
