'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useExportTurn } from '#components/history/use-export-turn.ts';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { ExportFormat } from '#lib/domain/recorded-event.ts';
import { startExport } from '#lib/exports/actions.ts';
import { exportCount, exportedSearch } from '#lib/exports/cache.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { paths } from '#lib/paths.ts';

/** Counts the rows, asks once more where no filter narrows them, records the export, waits for its turn and hands it to the browser. */
export function useExport(
  shown: HistorySearch,
  { zone, onStarted }: { zone: string; onStarted: () => void },
) {
  const search = exportedSearch(shown);
  const count = useQuery(exportCount(search));
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [asksAgain, setAsksAgain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fetchFile = (id: string) => {
    download(paths.api.export(id));
    onStarted();
  };
  const turn = useExportTurn(fetchFile);
  const isEverything = Object.keys(search).length === 0;

  const confirm = async () => {
    if (isEverything && !asksAgain) return setAsksAgain(true);
    setBusy(true);
    setProblem(null);
    const answer = await callAction(startExport, { search, format, zone });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    const { id, place } = answer.value;
    if (place === null) fetchFile(id);
    else turn.wait({ id, place });
  };
  return { count, format, setFormat, asksAgain, busy, problem: problem ?? turn.ended, turn, confirm };
}

/** The name of the file comes with the file. */
function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
