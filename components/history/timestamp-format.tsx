'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/live-region.tsx';
import { writeClipboard } from '#components/ui/write-clipboard.ts';

type MomentFormProps = {
  name: string;
  shown: string;
  /** What lands on the clipboard, where it is more than is shown. */
  copied?: string;
};

/** One form of a moment; a press copies it. Where the browser refuses, the text can still be selected. */
export function MomentForm({ name, shown, copied = shown }: MomentFormProps) {
  const t = useTranslations();
  const [done, setDone] = useState(false);
  const copy = async () => {
    const wrote = await writeClipboard(copied);
    setDone(wrote);
    announce(wrote ? t('ui.copy.copied') : t('ui.copy.refused'), wrote ? 'polite' : 'assertive');
  };
  const Icon = done ? Check : Copy;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={copy}
      className="grid w-full grid-cols-[6.5rem_1fr_auto] items-center gap-3 rounded-md px-2 py-1 text-start text-sm select-text hover:bg-hover focus-visible:bg-hover pointer-coarse:min-h-11 max-sm:grid-cols-[6rem_1fr_auto] max-sm:gap-1.5"
    >
      <span className="text-xs text-ink-3">
        <span className="sr-only">{`${t('preferences.moment.copy')} `}</span>
        <span>{name}</span>
      </span>
      <span className="figures">{shown}</span>
      <Icon aria-hidden className={done ? 'size-3.5 text-good' : 'size-3.5 text-ink-3'} />
    </button>
  );
}
