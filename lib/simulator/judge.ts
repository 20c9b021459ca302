import { actions, apiVersion } from '#lib/simulator/actions.ts';
import { authenticate, type Identity } from '#lib/simulator/authenticate.ts';
import { type Refusal, refuse } from '#lib/simulator/envelope.ts';
import type { createLimiter } from '#lib/simulator/limiter.ts';
import { ParameterError, parseParameters } from '#lib/simulator/parameters.ts';
import type { ActionContext, Verdict } from '#lib/simulator/verdict.ts';
import { onlyHeader, type WireRequest } from '#lib/simulator/wire-request.ts';

export type JudgeContext = ActionContext & {
  identity: Identity;
  limiter: ReturnType<typeof createLimiter>;
  ownHosts: string[];
};

export type Judgement =
  | { refusal: Refusal; trusted: boolean }
  | { refusal: null; trusted: true; verdict: Verdict };

/**
 * What a strict endpoint makes of a request, before any fault: who signed it, is there room for it, what does it ask.
 * `trusted` tells that the signature held, also when the request is refused for another reason.
 */
export function judge(
  request: WireRequest,
  context: JudgeContext,
  { serverMs, arrivedAtMs }: { serverMs: number; arrivedAtMs: number },
): Judgement {
  const distrust = authenticate(request, { ...context, serverSeconds: Math.floor(serverMs / 1000) });
  if (distrust) return { refusal: distrust, trusted: false };

  if (onlyHeader(request, 'x-tc-version') !== apiVersion) {
    return { refusal: refuse('NoSuchVersion', 'The API version does not exist.'), trusted: true };
  }
  const name = onlyHeader(request, 'x-tc-action') ?? '';
  const action = actions.get(name);
  if (!action)
    return { refusal: refuse('InvalidAction', `The action ${name} does not exist.`), trusted: true };
  if (!context.limiter.admit(name, arrivedAtMs)) {
    const message = 'Your current request times equals to 20 in a second, which exceeds the frequency limit.';
    return { refusal: refuse('RequestLimitExceeded', message), trusted: true };
  }
  try {
    return { refusal: null, trusted: true, verdict: action(parseParameters(request.body), context) };
  } catch (error) {
    if (error instanceof ParameterError) return { refusal: error.refusal, trusted: true };
    throw error;
  }
}
