import type { TypedLine } from '#lib/domain/batch-columns.ts';
import { replaceInUrls } from '#lib/domain/batch-plan.ts';

/**
 * What a person did to the lines of a dry run. Kept in order instead of as lines: it stays right when a column is mapped
 * to something else, and costs nothing to hand to the worker.
 */
export type LineChange =
  | { kind: 'edit'; line: number; patch: Partial<Pick<TypedLine, 'number' | 'callbackUrl'>> }
  | { kind: 'remove'; lines: readonly number[] }
  | { kind: 'replace'; find: string; replacement: string }
  | { kind: 'setUrl'; url: string };

/** The lines after these changes. */
export function applyChanges(lines: readonly TypedLine[], changes: readonly LineChange[]): TypedLine[] {
  const kept = new Map(lines.map((line) => [line.line, line]));
  for (const change of changes) {
    if (change.kind === 'remove') for (const line of change.lines) kept.delete(line);
    else if (change.kind === 'edit') {
      const line = kept.get(change.line);
      if (line) kept.set(change.line, { ...line, ...change.patch });
    } else {
      const next =
        change.kind === 'replace'
          ? replaceInUrls([...kept.values()], change.find, change.replacement)
          : [...kept.values()].map((line) => ({ ...line, callbackUrl: change.url }));
      for (const line of next) kept.set(line.line, line);
    }
  }
  return [...kept.values()];
}
