'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { queryClientHere } from '#components/providers/query-provider.tsx';
import type { Command } from '#components/shell/palette-matches.ts';
import { useSettledValue } from '#components/ui/use-debounced-value.ts';
import { leavePage } from '#components/ui/use-leave-warning.ts';
import { numbersPage } from '#lib/numbers/cache.ts';
import { paths } from '#lib/paths.ts';

/** Four digits or more, written as people write numbers. */
const looksLikeNumber = /^[+(]?\d(?:[\s().-]*\d){3,}$/;
const shownAtMost = 5;

/** The pages of known numbers that a typed number may mean; none for any other text, and none until they are known. */
export function useNumberCommands(text: string): Command[] {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const settled = useSettledValue(text);
  const isNumber = looksLikeNumber.test(settled);
  const asked = { ...numbersPage({ q: settled }), enabled: isNumber, refetchInterval: false } as const;
  // The palette opens on every page, also on those that ask nothing else and have no provider around them.
  const { data, isPlaceholderData } = useQuery(asked, queryClientHere());
  if (!isNumber || settled !== text || isPlaceholderData) return [];
  return (data?.rows ?? []).slice(0, shownAtMost).map(({ appId, appName, number }) => ({
    id: `number-${appId}-${number}`,
    text: t('number', { number, app: appName }),
    words: '',
    run: () => leavePage(() => router.push(paths.number(appId, number))),
  }));
}
