'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '#components/bindings/bind-fields.tsx';
import { UrlNote } from '#components/bindings/url-note.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type UrlFieldsProps = FieldProps & { allowHttp: boolean; currentUrl: string | null };

/** The URL, and apart from it the choice to send none: an empty field alone never means that. */
export function UrlFields({ control, readers, allowHttp, currentUrl, error }: UrlFieldsProps) {
  const t = useTranslations('bind.field');
  const { field: url } = useController({ control, name: 'callbackUrl' });
  const { field: omit } = useController({ control, name: 'omitUrl', rules: { deps: ['callbackUrl'] } });
  const reading =
    readers && url.value !== '' && !omit.value ? readers.readCallbackUrl(url.value, { allowHttp }) : null;
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
            <UrlNote typed={url.value} reading={reading} currentUrl={currentUrl} onUse={url.onChange} />
          ) : null
        }
        noteIsLive
        mono
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <Checkbox
        ref={omit.ref}
        name={omit.name}
        checked={omit.value}
        onChange={omit.onChange}
        onBlur={omit.onBlur}
        id="omitUrl"
        className="mt-2.5"
        label={t('omitUrl')}
      />
    </div>
  );
}
