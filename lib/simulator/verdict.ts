import type { Parameters } from '#lib/simulator/parameters.ts';
import type { Change, World } from '#lib/simulator/world.ts';

/** What an action would answer, and what it would change. Nothing is changed yet: a fault may still come between. */
export type Verdict = { fields: Record<string, unknown>; change: Change | null };

export type ActionContext = { world: World; anyNumber: boolean };

/** Reads its parameters strictly; throws ParameterError for what Tencent would refuse. */
export type Action = (parameters: Parameters, context: ActionContext) => Verdict;
