import { afterEach } from 'vitest';
import { type ClientOptions, createClient, type SendLimits } from '#lib/tencent/client.ts';
import { type RawOptions, type RawServer, startRawServer } from '#lib/testing/tencent/raw-server.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Closes something after the test that asked for it. */
export const closeAfterwards = (close: () => unknown): void => {
  closers.push(close);
};

/** A raw server for the length of one test. */
export async function serve(options: RawOptions): Promise<RawServer> {
  const server = await startRawServer(options);
  closeAfterwards(server.close);
  return server;
}

/** A client for the length of one test, as a function that sends one request. */
export function clientOf(options: ClientOptions) {
  const client = createClient(options);
  closeAfterwards(client.close);
  const body = Buffer.from('{"SdkAppId":1400000000}');
  const headers = { 'Content-Length': String(body.length), Authorization: 'not to be seen by others' };
  return (deadlineMs = 2_000, limits: Partial<SendLimits> = {}) =>
    client.exchange({ headers, body, deadlineMs, ...limits });
}
