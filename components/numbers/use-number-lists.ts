'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import { refreshNumbers } from '#lib/numbers/actions.ts';
import { numberLists, numbersKey } from '#lib/numbers/cache.ts';
import type { ListView } from '#lib/numbers/view.ts';

const isBeingRead = (lists: readonly ListView[]): boolean => lists.some(({ reading }) => reading !== null);

/** How the provider's lists stand, and how to have them read. Whoever asked for it, the board follows when it is over. */
export function useNumberLists() {
  const t = useTranslations('numbers.list');
  const problemText = useProblemText();
  const client = useQueryClient();
  const lists = useQuery(numberLists()).data ?? [];
  const [asking, setAsking] = useState(false);
  const [watching, setWatching] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const reading = isBeingRead(lists);
  if (reading && !watching) setWatching(true);
  const isOver = watching && !reading && !asking;
  const finish = useEffectEvent(() => {
    setWatching(false);
    void client.invalidateQueries({ queryKey: numbersKey });
    const failed = lists.some(({ failure }) => failure !== null);
    announce(t(failed ? 'failed' : 'done'), failed ? 'assertive' : 'polite');
  });
  useEffect(() => {
    if (isOver) finish();
  }, [isOver]);

  const refresh = async () => {
    setAsking(true);
    setRefusal(null);
    await client.cancelQueries({ queryKey: numberLists().queryKey });
    const answer = await callAction(refreshNumbers, { appId: null });
    if (answer.ok) client.setQueryData(numberLists().queryKey, answer.value);
    else setRefusal(problemText(answer.problem));
    setWatching(answer.ok);
    setAsking(false);
  };
  return { lists, busy: asking || reading, refusal, refresh };
}
