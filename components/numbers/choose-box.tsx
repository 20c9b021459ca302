'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type ChooseBoxProps = {
  label: string;
  /** Shown beside the box where rows are cards; elsewhere only read aloud. */
  text?: ReactNode;
  checked: boolean;
  /** Some of what it stands for is chosen. */
  partly?: boolean;
  onTurn: (toHere: boolean) => void;
};

/** A box that chooses a row, or with the shift key all from the one touched last; Space does it too. */
export function ChooseBox({ label, text, checked, partly = false, onTurn }: ChooseBoxProps) {
  return (
    <label className="-m-2 inline-flex min-h-8 min-w-8 items-center gap-2 p-2 select-none pointer-coarse:min-h-11 pointer-coarse:min-w-11">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = partly;
        }}
        onChange={({ nativeEvent }) => onTurn(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        className="size-4 accent-accent pointer-coarse:size-6"
      />
      <span aria-hidden className={clsx('hidden @max-3xl:inline', !text && 'hidden!')}>
        {text}
      </span>
    </label>
  );
}
