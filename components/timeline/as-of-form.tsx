'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { zoneName } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import { readWallTime, toWallTime } from '#components/ui/time/wall-time.ts';
import { serverNow } from '#lib/clock.ts';

type MomentFormProps = { at: string | undefined; onAsk: (at: string | undefined) => void };

/** A date and time in the viewer's zone, which the server does not know: the field is filled in the browser. */
export function MomentForm({ at, onAsk }: MomentFormProps) {
  const t = useTranslations('number.moment');
  const zone = useViewerZone();
  const field = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);

  // The address may change under the field (Back, a shared link). Written into it, so that the focus stays.
  useEffect(() => {
    const shown = toWallTime(at, zone);
    if (field.current && field.current.value !== shown) field.current.value = shown;
  }, [at, zone]);

  const ask = () => {
    const asked = readWallTime(field.current?.value ?? '', zone);
    setEmpty(asked === undefined);
    if (asked === undefined) field.current?.focus();
    else onAsk(asked);
  };
  const clear = () => {
    field.current?.focus();
    onAsk(undefined);
  };

  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <TextField
        ref={field}
        type="datetime-local"
        max="9999-12-31T23:59"
        label={t('label', { zone: zoneName(at === undefined ? serverNow() : new Date(at), zone) })}
        hint={t('hint')}
        error={empty ? t('empty') : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('ask')}</Button>
        {at === undefined ? null : (
          <Button look="quiet" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
