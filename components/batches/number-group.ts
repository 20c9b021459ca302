'use client';

import { useTranslations } from 'use-intl';

const mainland = ['mobile', 'landline', 'service', 'premium', 'shared_cost'] as const;
const alone = ['short', 'internal', 'extension'] as const;

/** The translator of `numberGroup`. */
type Words = ReturnType<typeof useTranslations<'numberGroup'>>;

/** What numbers of a group are called; see `meaningGroup`. */
export function groupInWords(group: string, words: Words): string {
  if (group.startsWith('+')) return words('code', { code: group });
  const kind = group.replace(/^CN /, '');
  const ofMainland = kind === group ? undefined : mainland.find((each) => each === kind);
  if (ofMainland) return words(`mainland.${ofMainland}`);
  const ofItself = alone.find((each) => each === kind);
  return ofItself ? words(ofItself) : kind === group ? words('other') : words('mainland.other');
}

export function useGroupName(): (group: string) => string {
  const words = useTranslations('numberGroup');
  return (group) => groupInWords(group, words);
}
