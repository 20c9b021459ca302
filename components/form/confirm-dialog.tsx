'use client';

import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Problem } from '#lib/domain/problem.ts';

type ConfirmDialogProps = {
  title: string;
  text: string;
  /** The verb. */
  confirm: string;
  /** The safe way out, which has the focus first. */
  cancel: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before a change to somebody else's access. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const problemText = useProblemText();
  const { busy, problem, danger = false } = props;
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      locked={busy}
      actions={
        <>
          <Button data-initial-focus onClick={props.onClose}>
            {props.cancel}
          </Button>
          <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={props.onConfirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <p className="text-ink-2 text-pretty">{props.text}</p>
      {problem ? (
        <Notice tone="bad" role="alert" className="mt-4">
          {problemText(problem)}
        </Notice>
      ) : null}
    </Dialog>
  );
}
