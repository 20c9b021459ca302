'use client';

import { ArrowDown, ArrowUp, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';

type ColumnLineProps = {
  name: string;
  shown: boolean;
  /** Cannot be hidden. */
  fixed: boolean;
  onShow: (shown: boolean) => void;
  /** Null at an end, and for what is not shown. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
};

/** One column in the panel: a tick, and two buttons that move it. */
export function ColumnLine({ name, shown, fixed, onShow, onUp, onDown }: ColumnLineProps) {
  const t = useTranslations('preferences.columns');
  return (
    <li className="flex items-center gap-1">
      <Checkbox
        className="min-w-0 flex-1 py-0.5"
        label={
          <>
            <span>{name}</span>
            {fixed ? <span className="ms-2 text-xs text-ink-3">{t('always')}</span> : null}
          </>
        }
        checked={shown}
        disabled={fixed}
        onChange={(event) => onShow(event.target.checked)}
      />
      {shown ? (
        <>
          <MoveButton label={t('up', { name })} icon={ArrowUp} onMove={onUp} />
          <MoveButton label={t('down', { name })} icon={ArrowDown} onMove={onDown} />
        </>
      ) : null}
    </li>
  );
}

type MoveButtonProps = { label: string; icon: LucideIcon; onMove: (() => void) | null };

/** `aria-disabled` at an end, so that the focus stays on it. */
function MoveButton({ label, icon: Icon, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={onMove === null || undefined}
      onClick={() => onMove?.()}
      className={buttonClass('quiet', 'icon', 'size-6.5! pointer-coarse:size-10!')}
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}
