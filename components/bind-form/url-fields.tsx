'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { UrlNote } from '#components/bind-form/url-note.tsx';
import { UrlSuggestions } from '#components/bind-form/url-suggestions.tsx';
import type { FieldProps } from '#components/bind-form/use-bind-form.ts';
import { urlInput } from '#components/form/url-input.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Suggestions } from '#lib/bind-number/view.ts';

type UrlFieldsProps = FieldProps & {
  allowHttp: boolean;
  currentUrl: string | null;
  suggestions: Suggestions;
};

/** The URL, and apart from it the choice to send none: an empty field alone never means that. */
export function UrlFields(props: UrlFieldsProps) {
  const { control, readers, suggestions, allowHttp, currentUrl, error } = props;
  const t = useTranslations('bind.field');
  const note = useTranslations('bind.url');
  const { field: url } = useController({ control, name: 'callbackUrl' });
  const { field: omit } = useController({ control, name: 'omitUrl', rules: { deps: ['callbackUrl'] } });
  const reading =
    readers && url.value !== '' && !omit.value ? readers.readCallbackUrl(url.value, { allowHttp }) : null;
  /** What was typed stands until here. The button goes with the question, so the field takes its focus. */
  const use = (offered: string) => {
    url.onChange(offered);
    announce(note('corrected', { url: offered }));
    document.getElementById('callbackUrl')?.focus();
  };
  return (
    <div>
      <TextField
        {...url}
        id="callbackUrl"
        label={t('callbackUrl')}
        hint={t('callbackUrlHint')}
        error={error}
        readOnly={omit.value}
        note={
          reading ? (
            <UrlNote
              typed={url.value}
              reading={reading}
              currentUrl={currentUrl}
              meantHost={
                reading.ok ? (readers?.nearMiss(reading.value.host, suggestions.hosts) ?? null) : null
              }
              onUse={use}
            />
          ) : null
        }
        noteIsLive
        {...urlInput}
      />
      {omit.value ? null : <UrlSuggestions typed={url.value} urls={suggestions.urls} onPick={url.onChange} />}
      <Checkbox
        ref={omit.ref}
        name={omit.name}
        checked={omit.value}
        onChange={omit.onChange}
        onBlur={omit.onBlur}
        id="omitUrl"
        className="mt-1.5"
        label={t('omitUrl')}
      />
    </div>
  );
}
