'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHydrated } from '#components/bindings/use-hydrated.ts';
import { readWallTime, toWallTime } from '#components/history/range.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { zoneName } from '#components/ui/time-text.ts';
import { useViewerZone } from '#components/ui/viewer-zone.ts';

type MomentFormProps = { at: string | undefined; onAsk: (at: string | undefined) => void };

/** A date and time in the viewer's zone, which the server does not know: the field is filled in the browser. */
export function MomentForm({ at, onAsk }: MomentFormProps) {
  const t = useTranslations('number.moment');
  const zone = useViewerZone();
  const hydrated = useHydrated();
  const [empty, setEmpty] = useState(false);

  const ask = (form: HTMLFormElement) => {
    const asked = readWallTime(String(new FormData(form).get('at')), zone);
    setEmpty(asked === undefined);
    if (asked === undefined) form.querySelector('input')?.focus();
    else onAsk(asked);
  };

  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        ask(event.currentTarget);
      }}
    >
      <TextField
        key={hydrated ? at : 'asleep'}
        type="datetime-local"
        name="at"
        max="9999-12-31T23:59"
        label={t('label', { zone: zoneName(at === undefined ? new Date() : new Date(at), zone) })}
        hint={t('hint')}
        error={empty ? t('empty') : undefined}
        defaultValue={hydrated ? toWallTime(at, zone) : ''}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('ask')}</Button>
        {at === undefined ? null : (
          <Button look="quiet" onClick={() => onAsk(undefined)}>
            {t('clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
