'use client';

import { useTranslations } from 'use-intl';
import { useDuration } from '#components/binding/use-duration.ts';
import { type Timing, timingOf } from '#components/history/entry/timing.ts';
import { EntrySection, Fact, Facts } from '#components/ui/section.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { AttemptView } from '#lib/bindings/view.ts';

/** Where the time went: waiting for a turn, and on the wire, on one scale for all requests of the entry. */
export function EntryTiming({ attempts }: { attempts: AttemptView[] }) {
  const t = useTranslations('restore.entry');
  const duration = useDuration();
  const timing = timingOf(attempts);
  const open = attempts.some(({ finishedAt }) => finishedAt === null);
  return (
    <EntrySection title={t('timing')}>
      {timing ? (
        <Bar timing={timing} />
      ) : (
        <p className="mb-2 text-sm text-ink-2">{t(open ? 'notOver' : 'unmeasured')}</p>
      )}
      <Facts>
        {attempts.map(({ n, committedAt, finishedAt }) => {
          const span = timing?.spans.find((each) => each.n === n);
          const parts = span && { waited: duration(span.waitMs), wire: duration(span.wireMs) };
          return (
            <Fact key={n} name={t('requestN', { n })}>
              <Sentence>{t.rich('storedAt', { time: () => <Time at={committedAt} /> })}</Sentence>
              {parts ? <p className="figures text-ink-2">{t('waitedAndWire', parts)}</p> : null}
              {!parts && finishedAt !== null ? (
                <p className="text-ink-2">
                  <Sentence>{t.rich('settledAt', { time: () => <Time at={finishedAt} /> })}</Sentence>
                </p>
              ) : null}
            </Fact>
          );
        })}
      </Facts>
    </EntrySection>
  );
}

/** The bar is a picture; the same figures stand below it in words. */
function Bar({ timing: { spans, totalMs } }: { timing: Timing }) {
  const t = useTranslations('restore.entry');
  const duration = useDuration();
  const sum = (key: 'waitMs' | 'wireMs') => spans.reduce((all, span) => all + span[key], 0);
  const kinds = [
    { name: t('waited'), ms: sum('waitMs'), fill: 'bg-line-strong' },
    { name: t('wire'), ms: sum('wireMs'), fill: 'bg-accent' },
  ];
  return (
    <div className="mb-3 grid gap-2">
      {/* Drawn by attributes: the page's policy lets no style stand in an element. */}
      <svg
        aria-hidden
        viewBox={`0 0 ${Math.max(totalMs, 1)} 1`}
        preserveAspectRatio="none"
        className="h-2.5 w-full overflow-hidden rounded-full bg-sunken"
      >
        {placed(spans).map(({ n, startMs, waitMs, wireMs }) => (
          <g key={n}>
            <rect x={startMs} width={waitMs} height="1" className="fill-line-strong" />
            <rect x={startMs + waitMs} width={wireMs} height="1" className="fill-accent" />
          </g>
        ))}
      </svg>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {kinds.map(({ name, ms, fill }) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden className={`size-2.5 rounded-xs ${fill}`} />
            <span className="text-ink-2">{name}</span>
            <span className="figures font-medium">{duration(ms)}</span>
          </li>
        ))}
        <li className="flex items-center gap-2 sm:ms-auto">
          <span className="text-ink-3">{t('total')}</span>
          <span className="figures font-medium">{duration(totalMs)}</span>
        </li>
      </ul>
    </div>
  );
}

/** Each span with its place: one begins where the one before has ended. */
function placed(spans: Timing['spans']) {
  let endMs = 0;
  return spans.map((span) => {
    const startMs = endMs;
    endMs += span.waitMs + span.wireMs;
    return { ...span, startMs };
  });
}
