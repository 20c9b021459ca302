'use client';

import { useTranslations } from 'use-intl';
import type { FieldProps } from '#components/bindings/bind-fields.tsx';
import { UrlNote } from '#components/bindings/url-note.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type UrlFieldsProps = FieldProps & { allowHttp: boolean; currentUrl: string | null };

/** The URL, and apart from it the choice to send none: an empty field alone never means that. */
export function UrlFields({ values, onChange, readers, allowHttp, currentUrl, error }: UrlFieldsProps) {
  const t = useTranslations('bind.field');
  const { callbackUrl, omitUrl } = values;
  const reading =
    readers && callbackUrl !== '' && !omitUrl ? readers.readCallbackUrl(callbackUrl, { allowHttp }) : null;
  return (
    <div>
      <TextField
        id="callbackUrl"
        name="callbackUrl"
        label={t('callbackUrl')}
        hint={t('callbackUrlHint')}
        error={error}
        readOnly={omitUrl}
        note={
          reading ? (
            <UrlNote
              typed={callbackUrl}
              reading={reading}
              currentUrl={currentUrl}
              onUse={(url) => onChange({ callbackUrl: url })}
            />
          ) : null
        }
        noteIsLive
        mono
        value={callbackUrl}
        onChange={(event) => onChange({ callbackUrl: event.target.value })}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <Checkbox
        id="omitUrl"
        name="omitUrl"
        className="mt-2.5"
        label={t('omitUrl')}
        checked={omitUrl}
        onChange={(event) => onChange({ omitUrl: event.target.checked })}
      />
    </div>
  );
}
