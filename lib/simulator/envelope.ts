/** What Tencent says about one request, before it becomes bytes. */
export type Refusal = { code: string; message: string };

export const refuse = (code: string, message: string): Refusal => ({ code, message });

/** Every answer is HTTP 200 with this envelope, a refusal too; source: "Responses" of the CCC API documentation. */
export const successBody = (requestId: string, fields: Record<string, unknown> = {}): Buffer =>
  Buffer.from(JSON.stringify({ Response: { ...fields, RequestId: requestId } }));

export const refusalBody = (requestId: string, { code, message }: Refusal): Buffer =>
  Buffer.from(
    JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: requestId } }),
  );
