'use client';

import { useTranslations } from 'use-intl';

const mainland = ['mobile', 'landline', 'service'] as const;
const alone = ['short', 'internal', 'extension'] as const;

/** What numbers of a group are called; see `meaningGroup`. */
export function useGroupName(): (group: string) => string {
  const t = useTranslations('numberGroup');
  return (group) => {
    if (group.startsWith('+')) return t('code', { code: group });
    const kind = group.replace(/^CN /, '');
    const ofMainland = kind === group ? undefined : mainland.find((each) => each === kind);
    if (ofMainland) return t(`mainland.${ofMainland}`);
    const ofItself = alone.find((each) => each === kind);
    return ofItself ? t(ofItself) : kind === group ? t('other') : t('mainland.other');
  };
}
