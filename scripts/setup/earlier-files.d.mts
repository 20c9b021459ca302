export function earlierFiles(
  distDir: string,
  mostBytes?: number,
): Record<'setAside' | 'putBack' | 'dropOld', (nowMs: number) => void>;
