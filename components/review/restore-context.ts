'use client';

import { createContext, use } from 'react';
import type { Settled } from '#components/review/review-request.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** The binding whose URL is to be put back, and its number for the question's title. */
export type RestoreTarget = { bindingId: string; number: string };

type Restoring = {
  restore: (target: RestoreTarget) => void;
  /** The binding whose question is being fetched. */
  opening: string | null;
  /** How the last one ended, until it is dismissed. */
  answer: Settled | null;
  problem: Problem | null;
  /** The newest binding made from here, or in a desk inside of this one. */
  made: string | null;
  note: (bindingId: string) => void;
  show: (answer: Settled) => void;
  undo: (answer: Settled) => void;
  dismiss: () => void;
};

/** Null outside a desk, and for whoever may not bind. */
export const RestoreContext = createContext<Restoring | null>(null);

/** False for whoever may not bind: no control that puts something back is drawn. */
export const useMayRestore = (): boolean => use(RestoreContext) !== null;
