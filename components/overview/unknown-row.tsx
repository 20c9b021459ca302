'use client';
'use no memo';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Settled } from '#components/review/review-request.ts';
import { SendAgain } from '#components/review/send-again.tsx';
import { quietLinkClass } from '#components/ui/link-class.ts';
import { announce } from '#components/ui/live-region.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { formatNumber } from '#lib/domain/numbers/phone-number-format.ts';
import { overview } from '#lib/overview/cache.ts';
import { paths } from '#lib/paths.ts';

type UnknownRowProps = {
  binding: BindingView;
  /** Why it stands here, where that is not the same for all. */
  note?: string | null;
  mayBind: boolean;
  /** The same may be sent once more. */
  mayRepeat?: boolean;
};

/** A number that somebody may have to decide about: the change in question, and what settles it. */
export function UnknownRow({ binding, note = null, mayBind, mayRepeat = false }: UnknownRowProps) {
  const t = useTranslations('overview.unknown');
  const decide = useTranslations('history.decide');
  const outcome = useTranslations('ui.outcome');
  const client = useQueryClient();
  const { id, appId, appName, number, callbackUrl, createdAt, actor } = binding;
  const onSettled = ({ binding: { state } }: Settled) => {
    announce(`${formatNumber(number)}: ${outcome(state)}`);
    void client.invalidateQueries({ queryKey: overview().queryKey });
  };
  return (
    <li className="grid gap-x-4 gap-y-1 px-5 py-2 sm:grid-cols-[10.5rem_minmax(0,1fr)_minmax(0,14rem)] sm:items-baseline">
      <PageLink
        href={paths.binding(id)}
        aria-label={t('open', { number })}
        className="justify-self-start rounded-sm underline-offset-3 hover:underline pointer-coarse:py-2"
      >
        <NumberText number={number} />
      </PageLink>
      <span className="min-w-0">
        {callbackUrl === null ? null : <UrlText url={callbackUrl} copy={false} />}
      </span>
      <span className="truncate text-sm text-ink-2 sm:text-end">
        <Time at={createdAt} show="relative" />
        <span>{` · ${t('by', { name: actor.name })} · ${appName}`}</span>
      </span>
      {note === null && !mayBind ? null : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2 sm:col-span-2 sm:col-start-2">
          {note === null ? null : <span className="figures">{note}</span>}
          {mayRepeat ? <SendAgain binding={binding} onSettled={onSettled} /> : null}
          {mayBind ? (
            <PageLink
              href={paths.bindNumber(appId, number)}
              aria-label={decide('bindOf', { number })}
              className={quietLinkClass}
            >
              {decide('bind')}
            </PageLink>
          ) : null}
        </div>
      )}
    </li>
  );
}
