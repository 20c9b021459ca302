import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServerClock, steadyMs } from '#lib/simulator/clock.ts';
import { answer, type Delivery, deliver } from '#lib/simulator/deliver.ts';
import { refusalBody, refuse, successBody } from '#lib/simulator/envelope.ts';
import type { Fault } from '#lib/simulator/fault.ts';
import { createFaultBook } from '#lib/simulator/faults.ts';
import type { SimulatorOptions } from '#lib/simulator/flags.ts';
import { createHoldingPen } from '#lib/simulator/held-requests.ts';
import { type JudgeContext, type Judgement, judge } from '#lib/simulator/judge.ts';
import { createLimiter } from '#lib/simulator/limiter.ts';
import { glance } from '#lib/simulator/request-summary.ts';
import { createWireLog, type WireEntry } from '#lib/simulator/wire-log.ts';
import { readRequest } from '#lib/simulator/wire-request.ts';
import { createWorld } from '#lib/simulator/world.ts';

export type Endpoint = ReturnType<typeof createEndpoint>;

/** The simulated endpoint without its socket: what it knows, and what it does with one request. */
export function createEndpoint(options: SimulatorOptions) {
  const parts = {
    world: createWorld(options.apps, options),
    limiter: createLimiter(options.perSecond),
    log: createWireLog(),
    faults: createFaultBook(),
    clock: createServerClock(),
    pen: createHoldingPen(),
  };
  const context: JudgeContext = { ...parts, identity: options, anyNumber: options.anyNumber, ownHosts: [] };

  function apply(judgement: Judgement, entry: WireEntry): void {
    if (judgement.refusal || !judgement.verdict.change) return;
    entry.appliedOrder = parts.world.apply(judgement.verdict.change, entry.n);
    entry.appliedAtMs = steadyMs();
  }

  async function handle(
    message: IncomingMessage,
    response: ServerResponse,
    connectionId: number,
  ): Promise<void> {
    const arrivedAtMs = steadyMs();
    const arrivedAt = new Date().toISOString();
    const requestId = randomUUID();
    const { request, complete } = await readRequest(message);
    const seen = glance(request);
    const struck = parts.faults.take(seen);
    const serverMs = parts.clock.nowMs(struck?.fault.kind === 'skew' ? struck.fault.skewMs : 0);
    const judgement: Judgement = complete
      ? judge(request, context, { serverMs, arrivedAtMs })
      : { refusal: refuse('incomplete', 'The body did not arrive whole.'), trusted: false };

    const entry = parts.log.append({
      ...seen,
      connectionId,
      arrivedAtMs,
      completedAtMs: steadyMs(),
      arrivedAt,
      verdict: judgement.refusal?.code ?? 'ok',
      requestId,
      faultId: struck?.id ?? null,
      faultKind: struck?.fault.kind ?? null,
    });
    recordEnding(response, entry);

    const fault = struck?.fault ?? null;
    if (fault?.kind === 'hold') await parts.pen.hold(fault.ms);
    if (changesAnything(fault)) apply(judgement, entry);
    const delivery = {
      response,
      requestId,
      date: new Date(serverMs).toUTCString(),
      body: answerBody(judgement, { fault, requestId }),
    } satisfies Delivery;
    if (fault) await deliver(fault, delivery);
    else answer(delivery);
  }

  return {
    ...parts,
    apps: options.apps,
    listenAs(hosts: string[]) {
      context.ownHosts = hosts;
    },
    handle,
    reset() {
      parts.pen.drop();
      for (const part of [parts.world, parts.limiter, parts.log]) part.reset();
      parts.faults.clear();
      parts.clock.setSkew(0);
    },
  };
}

const changesAnything = (fault: Fault | null): boolean => !fault || !('applied' in fault) || fault.applied;

function answerBody(
  judgement: Judgement,
  { fault, requestId }: { fault: Fault | null; requestId: string },
): Buffer {
  if (fault?.kind === 'code' && judgement.trusted) return refusalBody(requestId, fault);
  if (judgement.refusal) return refusalBody(requestId, judgement.refusal);
  return successBody(requestId, judgement.verdict.fields);
}

function recordEnding(response: ServerResponse, entry: WireEntry): void {
  response.once('close', () => {
    entry.ending = response.writableFinished ? 'answered' : 'cut';
    entry.endedAtMs = steadyMs();
  });
}
