'use client';

import { useState } from 'react';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import { setHomeCountry } from '#lib/connection/actions.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** The console's home country as the server last confirmed it, and how an admin sets another one. */
export function useSetHomeCountry(initial: HomeCountry) {
  const [country, setCountry] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);

  const set = async (chosen: HomeCountry, done: string) => {
    const answer = await callAction(setHomeCountry, { country: chosen });
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setCountry(chosen);
    announce(done);
  };
  return { country, problem, set };
}
