import { headerValues, sha256Hex, type WireRequest } from '#lib/simulator/wire-request.ts';

/** The facts of a request for the log and for choosing a fault, read leniently: nothing here decides what is accepted. */
export function glance(request: WireRequest) {
  const fields = parseLeniently(request.body);
  const callIn = asRecord(fields.CallInInterface);
  return {
    method: request.method,
    target: request.target,
    httpVersion: request.httpVersion,
    rawHeaders: request.rawHeaders,
    bodyBase64: request.body.toString('base64'),
    bodySha256: sha256Hex(request.body),
    action: headerValues(request, 'x-tc-action')[0] ?? null,
    timestamp: headerValues(request, 'x-tc-timestamp')[0] ?? null,
    sdkAppId: /"SdkAppId"\s*:\s*"?(\d+)/.exec(request.body.toString())?.[1] ?? null,
    number: asText(fields.Number),
    numberType: asText(fields.NumberType),
    callbackUrl: asText(callIn.URL),
  };
}

function parseLeniently(body: Buffer): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(body.toString()));
  } catch {
    return {};
  }
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
