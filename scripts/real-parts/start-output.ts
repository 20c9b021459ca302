import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

type Run = { code: number | null; lines: string[]; tookMs: number };

type Options = {
  until?: string;
  program?: string;
  uid?: number;
  cwd?: string;
  /** Hears once that it has printed something. */
  onPrinted?: () => void;
};

/** Runs a program of ours until it ends, or until it prints `until`, when it is stopped: all that it printed, line by line. */
export async function runToEnd(
  parameters: readonly string[],
  env: Record<string, string | undefined>,
  { until, program = process.execPath, uid, cwd, onPrinted }: Options = {},
): Promise<Run> {
  const startedMs = performance.now();
  const wanted = Object.entries({
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: undefined,
    APP_ORIGIN: undefined,
    CCC_ENDPOINT: undefined,
    TENCENTCLOUD_SECRET_ID: undefined,
    TENCENTCLOUD_SECRET_KEY: undefined,
    ...env,
  }).filter(([, value]) => value !== undefined);
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: Object.fromEntries(wanted) as NodeJS.ProcessEnv,
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let printed = '';
  const listen = (chunk: Buffer) => {
    if (printed === '') onPrinted?.();
    printed += chunk.toString();
    if (until !== undefined && printed.includes(until)) child.kill('SIGTERM');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await once(child, 'close');
  const lines = stripVTControlCharacters(printed).trimEnd().split('\n');
  return { code: child.exitCode, lines, tookMs: performance.now() - startedMs };
}
