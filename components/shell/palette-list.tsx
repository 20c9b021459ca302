'use client';

import { clsx } from 'clsx';
import type { Command } from '#components/shell/palette-matches.ts';

type PaletteListProps = {
  id: string;
  label: string;
  commands: readonly Command[];
  at: number;
  onChoose: (index: number) => void;
};

/** The list under the palette's box. Focus stays in the box, which names the chosen option as its active descendant. */
export function PaletteList({ id, label, commands, at, onChoose }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label={label} className="mt-3 grid gap-0.5">
      {commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box
        <div
          key={command.id}
          id={`${id}-${command.id}`}
          role="option"
          aria-selected={index === at}
          ref={index === at ? (option) => option?.scrollIntoView({ block: 'nearest' }) : null}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
          className={clsx(
            'flex min-h-9 cursor-pointer items-center rounded-md px-2.5 py-1.5 break-all pointer-coarse:min-h-11',
            index === at ? 'bg-accent-soft font-medium text-ink' : 'text-ink-2 hover:bg-hover',
          )}
        >
          {command.text}
        </div>
      ))}
    </div>
  );
}
