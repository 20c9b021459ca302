import type { Problem } from '#lib/domain/problem.ts';

/** What a function gives back when it can fail in an expected way: a value, or a problem with a code. */
export type Result<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <P>(problem: P): { ok: false; problem: P } => ({ ok: false, problem });
