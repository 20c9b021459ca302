import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { refusalBody, refuse, successBody } from '#lib/simulator/envelope.ts';
import type { Fault } from '#lib/simulator/fault.ts';
import { streamBomb, streamGiant } from '#lib/simulator/infinite-body.ts';
import { malformedAnswers } from '#lib/simulator/malformed-answers.ts';

/** What is to be said, and the connection to say it on. */
export type Delivery = { response: ServerResponse; body: Buffer; requestId: string; date: string };

const json = { 'Content-Type': 'application/json' };
const signInPage =
  '<!doctype html><title>Sign in to the network</title><script>document.title = "this ran"</script><h1>Sign in</h1>';

/** The plain answer, as Tencent gives it. */
export function answer({ response, body, date, requestId }: Delivery, status = 200): void {
  response.writeHead(status, {
    ...json,
    Date: date,
    'X-TC-RequestId': requestId,
    'Content-Length': body.length,
  });
  response.end(body);
}

/** Answers in the shape of the fault. Whether the change is made is decided elsewhere. */
export async function deliver(fault: Fault, delivery: Delivery): Promise<void> {
  const { response, body, date } = delivery;
  const head = { ...json, Date: date, 'Content-Length': body.length };
  switch (fault.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'stall':
      response.writeHead(200, head);
      response.write('{');
      return;
    case 'drip':
      response.writeHead(200, head);
      return drip(delivery, fault);
    case 'cut':
      response.writeHead(200, head);
      response.write(body.subarray(0, fault.bytes), () => response.socket?.end());
      return;
    case 'giant':
      return streamGiant(response, fault.megabytes);
    case 'gzip-bomb':
      return streamBomb(response, fault.megabytes);
    case 'html':
      response.writeHead(fault.status, { 'Content-Type': 'text/html; charset=utf-8', Date: date });
      response.end(signInPage);
      return;
    case 'status':
      return deliverStatus(fault, delivery);
    case 'malformed':
      response.socket?.end(malformedAnswers[fault.index % malformedAnswers.length]?.raw ?? '');
      return;
    case 'latency':
      await wait(fault.ms);
      return answer(delivery);
    case 'close-idle-socket': {
      const { socket } = response;
      response.on('finish', () => setTimeout(() => socket?.destroy(), fault.afterMs));
      return answer(delivery);
    }
    default:
      return answer(delivery);
  }
}

async function drip({ response, body }: Delivery, { bytes, intervalMs }: Extract<Fault, { kind: 'drip' }>) {
  for (let sent = 0; sent < body.length && !response.destroyed; sent += bytes) {
    response.write(body.subarray(sent, sent + bytes));
    await wait(intervalMs);
  }
  response.end();
}

function deliverStatus(
  fault: Extract<Fault, { kind: 'status' }>,
  { response, requestId, date }: Delivery,
): void {
  const texts = {
    none: '',
    html: signInPage,
    error: refusalBody(requestId, refuse('InternalError', 'An internal error has occurred.')),
    success: successBody(requestId),
  };
  const type = fault.body === 'html' ? 'text/html' : 'application/json';
  const location = fault.location === undefined ? {} : { Location: fault.location };
  response.writeHead(fault.status, { 'Content-Type': type, Date: date, ...location });
  response.end(texts[fault.body]);
}
