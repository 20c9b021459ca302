'use client';
'use no memo';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { ButtonLook } from '#components/ui/button-class.ts';
import { announce } from '#components/ui/live-region.tsx';
import { writeClipboard } from '#components/ui/write-clipboard.ts';

type CopyButtonProps = {
  /** What lands on the clipboard, in full. */
  value: string;
  /** Names what is copied: "Copy number". Seen with `labelled`, else only read aloud and as a tooltip. */
  label: string;
  labelled?: boolean;
  look?: ButtonLook;
};

const shownMs = 2000;

export function CopyButton({ value, label, labelled = false, look = 'quiet' }: CopyButtonProps) {
  const t = useTranslations('ui.copy');
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');

  useEffect(() => {
    if (state !== 'copied') return;
    const timer = window.setTimeout(() => setState('idle'), shownMs);
    return () => window.clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    const done = await writeClipboard(value);
    setState(done ? 'copied' : 'refused');
    announce(done ? t('copied') : t('refused'), done ? 'polite' : 'assertive');
  };

  const Icon = state === 'copied' ? Check : Copy;
  return (
    <>
      <Button
        look={look}
        size={labelled ? 'sm' : 'icon'}
        aria-label={labelled ? undefined : label}
        title={labelled ? undefined : label}
        className={labelled ? undefined : 'size-6.5! shrink-0'}
        onClick={copy}
      >
        <Icon aria-hidden className={state === 'copied' ? 'size-3.5 text-good' : 'size-3.5'} />
        {labelled ? <span>{state === 'copied' ? t('copied') : label}</span> : null}
      </Button>
      {state === 'refused' ? (
        <input
          readOnly
          value={value}
          aria-label={t('refused')}
          title={t('refused')}
          ref={(input) => input?.select()}
          onBlur={() => setState('idle')}
          className="min-w-0 rounded-sm border border-line-strong bg-surface px-1 font-mono text-xs"
        />
      ) : null}
    </>
  );
}
