import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export type TestChild = {
  process: ChildProcess;
  /** What it has printed so far, line by line. */
  lines: string[];
  /** Resolves with the first line that begins so; rejects when the process ends without one. */
  line(beginning: string): Promise<string>;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  ended: Promise<unknown>;
};

/** Runs a script as a process of its own, which ends with the test at the latest. */
export function startChild(script: string, ...parameters: string[]): TestChild {
  const child = spawn(process.execPath, ['--conditions=react-server', script, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const output = createInterface({ input: child.stdout });
  output.on('line', (text) => lines.push(text));
  const ended = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));

  async function line(beginning: string): Promise<string> {
    for (;;) {
      const found = lines.find((text) => text.startsWith(beginning));
      if (found !== undefined) return found;
      const happened = await Promise.race([once(output, 'line'), ended.then(() => 'ended' as const)]);
      if (happened === 'ended' && !lines.some((text) => text.startsWith(beginning))) {
        throw new Error(`${script} ended without "${beginning}": ${errors.join('')}`);
      }
    }
  }

  return {
    process: child,
    lines,
    line,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
