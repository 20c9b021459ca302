'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PaletteList } from '#components/shell/palette-list.tsx';
import { matchCommands } from '#components/shell/palette-matches.ts';
import { useCommands } from '#components/shell/use-commands.ts';
import { useNumberCommands } from '#components/shell/use-number-commands.ts';
import { controlClass } from '#components/ui/control-class.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { stepInList } from '#components/ui/list-keys.ts';
import { leavePage } from '#components/ui/use-leave-warning.ts';
import { codesLike } from '#lib/domain/provider-codes.ts';
import type { Role } from '#lib/domain/role.ts';
import { historyHref } from '#lib/history/href.ts';

/** Codes offered at once; more are found by typing on. */
const codesAtMost = 5;

type PaletteProps = {
  role: Role;
  signOut: () => Promise<void>;
  listShortcuts: () => void;
  onClose: () => void;
};

/**
 * Finds a number or a command from anywhere. The pattern of an editable combobox with a list: focus stays in the
 * box, arrows choose, Enter does. History reads a number in any format, so the text goes there as typed; pages of
 * the numbers it may mean are offered below.
 */
export default function Palette({ onClose, ...doing }: PaletteProps) {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const commands = useCommands(doing);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);

  const text = typed.trim();
  const find = {
    id: 'find',
    text: t('find', { text }),
    words: '',
    run: () => leavePage(() => router.push(historyHref({ q: text }))),
  };
  // Found numbers come last: they arrive later, and must not move what Enter is about to do.
  const numbers = useNumberCommands(text);
  const codes = codesLike(text, codesAtMost).map((code) => ({
    id: `code-${code}`,
    text: t('code', { code }),
    words: '',
    run: () => leavePage(() => router.push(historyHref({ q: code }))),
  }));
  const shown = [...matchCommands(commands, text), ...codes, ...(text === '' ? [] : [find]), ...numbers];
  const choose = (index: number) => {
    const chosen = shown[index];
    if (!chosen) return;
    onClose();
    chosen.run();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter that ends the choice of an input method is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    const next = stepInList(event.key, at, shown.length);
    if (next !== null) setAt(next);
    if (event.key === 'Enter') choose(at);
    if (next !== null || event.key === 'Enter') event.preventDefault();
  };

  return (
    <Dialog title={t('title')} onClose={onClose}>
      <input
        data-initial-focus
        role="combobox"
        aria-label={t('label')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] ? `${listId}-${shown[at].id}` : undefined}
        placeholder={t('label')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={2000}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className={controlClass(false)}
      />
      <PaletteList id={listId} label={t('title')} commands={shown} at={at} onChoose={choose} />
    </Dialog>
  );
}
