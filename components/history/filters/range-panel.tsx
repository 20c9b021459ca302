'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { presetNames, presetStart } from '#components/history/filters/range.ts';

import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { zoneName } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import { readWallTime, toWallTime } from '#components/ui/time/wall-time.ts';
import { serverNow } from '#lib/clock.ts';

export type Range = { from: string | undefined; to: string | undefined };

export type RangeMenuProps = { range: Range; onRange: (range: Range) => void };

const closePanel = (inside: HTMLElement) => inside.closest<HTMLElement>('[popover]')?.hidePopover();

/** What the time filter opens: a few presets, or two moments entered in the zone that times are shown in. */
export default function RangePanel({ range, onRange }: RangeMenuProps) {
  const t = useTranslations('history');
  const zone = useViewerZone();
  const isSet = Boolean(range.from ?? range.to);
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        {presetNames.map((preset) => (
          <Button
            key={preset}
            size="sm"
            onClick={({ currentTarget }) => {
              onRange({ from: presetStart(preset, serverNow()), to: undefined });
              closePanel(currentTarget);
            }}
          >
            {t(`range.${preset}`)}
          </Button>
        ))}
        <Button
          size="sm"
          className={clsx('col-span-2', !isSet && 'border-accent! bg-accent-soft! text-accent!')}
          aria-pressed={!isSet}
          onClick={({ currentTarget }) => {
            if (isSet) onRange({ from: undefined, to: undefined });
            closePanel(currentTarget);
          }}
        >
          {t('range.all')}
        </Button>
      </div>
      <CustomRange key={`${range.from}/${range.to}/${zone}`} range={range} onRange={onRange} />
    </>
  );
}

function CustomRange({ range, onRange }: RangeMenuProps) {
  const t = useTranslations('history.range');
  const zone = useViewerZone();
  const [problem, setProblem] = useState<'empty' | 'backwards' | null>(null);
  const zoneLabel = zoneName(serverNow(), zone);

  const apply = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const from = readWallTime(String(data.get('from')), zone);
    const to = readWallTime(String(data.get('to')), zone);
    const wrong = !from && !to ? 'empty' : from && to && from >= to ? 'backwards' : null;
    setProblem(wrong);
    if (wrong) {
      form.querySelector<HTMLInputElement>(wrong === 'empty' ? '[name=from]' : '[name=to]')?.focus();
      return;
    }
    onRange({ from, to });
    closePanel(form);
  };

  return (
    <form
      noValidate
      className="mt-4 grid gap-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      <TextField
        type="datetime-local"
        name="from"
        label={t('from', { zone: zoneLabel })}
        defaultValue={toWallTime(range.from, zone)}
        error={problem === 'empty' ? t('empty') : undefined}
      />
      <TextField
        type="datetime-local"
        name="to"
        label={t('to', { zone: zoneLabel })}
        defaultValue={toWallTime(range.to, zone)}
        error={problem === 'backwards' ? t('backwards') : undefined}
      />
      <Button type="submit" size="sm">
        {t('apply')}
      </Button>
    </form>
  );
}
