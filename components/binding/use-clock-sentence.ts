'use client';

import { useTranslations } from 'use-intl';
import { describeClockSkew } from '#lib/domain/clock-skew.ts';
import { expiredCode } from '#lib/domain/provider-codes.ts';

type Attempt = { code: string | null; clockSkewMs: number | null };

/** What the newest expired signature told about the server's clock, in ms; null where none did. */
export const skewWhenExpired = (attempts: readonly Attempt[]): number | null =>
  attempts.findLast(({ code, clockSkewMs }) => code === expiredCode && clockSkewMs !== null)?.clockSkewMs ??
  null;

/** Names a clock that was far enough off to matter, and says how to mend it; else null. */
export function useClockSentence() {
  const t = useTranslations('provider._clock');
  return (skewMs: number | null): string | null => {
    const told = skewMs === null ? null : describeClockSkew(skewMs);
    return told && `${t(told.direction, { minutes: told.minutes })} ${t('mend')}`;
  };
}
