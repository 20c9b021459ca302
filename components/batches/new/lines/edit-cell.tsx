'use client';

import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { controlClass } from '#components/ui/control-class.ts';

type EditCellProps = {
  /** What the button that opens the field is called, and the field itself. */
  labels: { edit: string; field: string };
  /** What stands in the line as typed. */
  value: string;
  /** What is typed and not in the line yet; null: nobody edits. */
  draft: string | null;
  onDraft: (draft: string | null) => void;
  onCommit: (text: string) => void;
  inputMode?: 'tel' | 'url';
  children: ReactNode;
};

/**
 * A cell that turns into a field: Enter puts the text into the line, Esc leaves the line as it was. Leaving the
 * field puts it in too, so that nothing typed is lost.
 */
export function EditCell(props: EditCellProps) {
  const { labels, value, draft, onDraft, onCommit, inputMode, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  // Esc takes the field away while it has the focus: the blur that follows must not commit.
  const reverted = useRef(false);

  const finish = (text: string) => {
    onDraft(null);
    if (text !== value) onCommit(text);
  };
  const refocus = () => window.requestAnimationFrame(() => button.current?.focus());

  if (draft === null)
    return (
      <button
        ref={button}
        type="button"
        title={labels.edit}
        onClick={() => {
          reverted.current = false;
          onDraft(value);
        }}
        className="-mx-1.5 block max-w-full min-w-0 cursor-text rounded-sm px-1.5 py-0.5 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        {children}
        <span className="sr-only">{labels.edit}</span>
      </button>
    );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    reverted.current = true;
    finish(draft);
    refocus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    reverted.current = true;
    onDraft(null);
    refocus();
  };
  return (
    <form noValidate onSubmit={submit} className="min-w-0">
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
        autoFocus
        aria-label={labels.field}
        value={draft}
        inputMode={inputMode}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={press}
        onBlur={() => {
          if (!reverted.current) finish(draft);
        }}
        className={controlClass(false, 'figures font-mono')}
      />
    </form>
  );
}
