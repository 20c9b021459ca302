'use client';

import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { MomentForm } from '#components/history/timestamp-format.tsx';
import { positionPopover } from '#components/ui/position-popover.ts';
import { absoluteTime, relativeTime, zoneName } from '#components/ui/time/time-text.ts';
import { useNow } from '#components/ui/time/use-now.ts';
import { useLocalZone } from '#components/ui/time/viewer-zone.ts';

type MomentCardProps = {
  /** UTC ISO 8601. */
  at: string;
  beside: RefObject<HTMLElement | null>;
  /** The focus goes into it. */
  entered: boolean;
  onClose: () => void;
};

/** One moment in every form somebody may need, each copied by a press. A menu: arrows choose, Esc leaves. */
export default function MomentCard({ at, beside, entered, onClose }: MomentCardProps) {
  const t = useTranslations('preferences.moment');
  const locale = useLocale();
  const zone = useLocalZone();
  const nowMs = useNow();
  const card = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const [shown, anchor] = [card.current, beside.current];
    if (!shown || !anchor) return;
    const follow = () => positionPopover(shown, anchor);
    shown.showPopover();
    follow();
    window.addEventListener('scroll', follow, true);
    return () => window.removeEventListener('scroll', follow, true);
  }, [beside]);
  useEffect(() => {
    if (entered) card.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [entered]);

  // Also while it is only pointed at and the focus is elsewhere (WCAG 1.4.13).
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  const moment = new Date(at);
  const local = absoluteTime(moment, zone);
  const name = zoneName(moment, zone);
  const relative = nowMs === null ? '' : relativeTime(moment, nowMs, locale);
  return (
    <div
      ref={card}
      popover="manual"
      role="menu"
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={stepThrough}
      className="fixed inset-auto m-0 w-max max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-raised p-1 text-ink shadow-lift open:animate-enter"
    >
      <MomentForm name={t('local', { zone: name })} shown={local} copied={`${local} ${name}`} />
      <MomentForm name={t('utc')} shown={at} />
      <MomentForm name={t('relative')} shown={relative} />
      <MomentForm name={t('epoch')} shown={String(Math.floor(moment.getTime() / 1000))} />
    </div>
  );
}

function stepThrough(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const last = items.length - 1;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}
