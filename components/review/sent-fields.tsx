'use client';

import { useTranslations } from 'use-intl';
import type { BindContent } from '#components/review/review-request.ts';
import { useTypeName } from '#components/review/use-type-name.ts';
import { NumberText } from '#components/ui/number-text.tsx';

/** Exactly the values that go into the request, in full, and the reason that stays here. */
export function SentFields({ content, appName }: { content: BindContent; appName: string }) {
  const t = useTranslations('bind');
  const typeName = useTypeName();
  const { appId, number, numberType, callbackUrl, reason } = content;
  const rows = [
    { name: t('field.app'), value: appName === appId ? appId : `${appName} · ${appId}` },
    { name: t('field.number'), value: <NumberText number={number} className="font-mono" /> },
    { name: t('field.numberType'), value: typeName(numberType) },
    {
      name: t('field.callbackUrl'),
      value:
        callbackUrl === null ? (
          t('dialog.noUrl')
        ) : (
          <span translate="no" className="font-mono break-all">
            {callbackUrl}
          </span>
        ),
    },
    ...(reason === null ? [] : [{ name: t('field.reason'), value: reason }]),
  ];
  return (
    <section>
      <h3 className="text-sm font-medium">{t('dialog.willSend')}</h3>
      <dl className="mt-1.5 grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
        {rows.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
