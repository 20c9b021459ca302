import type { SetbackKind } from '#lib/domain/setback.ts';

/**
 * What is recorded besides bindings: who took rows out, who looked at a hidden URL, who was denied a batch, who acknowledged
 * a setback. A new kind is a new member here
 * and a sentence in the messages; the table takes any.
 */
export type RecordedEvent =
  | {
      kind: 'export';
      details: {
        format: ExportFormat;
        /** The query string of history that shows the same rows; empty for all of them. */
        query: string;
        zone: string;
        /** Counted before the first byte left. */
        rows: number;
        /** Cursor of the newest row in it; null for none. */
        newest: string | null;
      };
    }
  | {
      kind: 'reveal';
      details: { bindingId: string; which: RevealedUrl; appId: string; number: string };
    }
  | {
      kind: 'setback';
      details: {
        setback: SetbackKind;
        /** UTC ISO 8601. */
        since: string;
        /** So many numbers might have differed when it was acknowledged. */
        numbers: number;
      };
    }
  | { kind: 'denied'; details: DeniedAct };

/** What somebody without the right asked of a batch. */
export type DeniedAct = {
  act: 'start' | 'retry' | 'paused' | 'running' | 'stopped';
  /** Null: it was to be a new one. Whatever was asked for, which may be no batch's id. */
  batchId: string | null;
  /** How many lines were to be sent. */
  lines: number | null;
};

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The wanted URL of a binding, or the one it was to replace. */
export const revealedUrls = ['new', 'previous'] as const;
export type RevealedUrl = (typeof revealedUrls)[number];
