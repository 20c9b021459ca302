import type { Simulator } from '#lib/simulator/control.ts';
import { type Console, freePort, serve } from '#lib/testing/console.ts';
import { isAlive, kill } from '#lib/testing/ready-process.ts';
import { residentMiB } from '#scripts/bench/process-cost.ts';

export type MortalServer = {
  origin: string;
  pid(): number;
  /** Resident memory every second of each life so far, in MiB. */
  lives: number[][];
  /** Ends it as a power cut would and starts it again at the same address. Gives how long until it was ready, in ms. */
  killAndStart(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts a server on the production build that is killed and started again, and looks at its memory. */
export async function startMortal(
  simulator: Simulator,
  { databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string },
): Promise<MortalServer> {
  const port = await freePort();
  const env = { DATABASE_URL: databaseUrl ?? undefined };
  const start = (): Promise<Console> => serve({ sharedSimulator: simulator, dataDir, port, env });
  let running = await start();
  const lives: number[][] = [[]];
  const pid = () => running.process.pid ?? 0;
  const look = setInterval(() => {
    if (isAlive(running.process)) lives.at(-1)?.push(residentMiB(pid(), 'VmRSS'));
  }, 1_000);
  return {
    origin: running.origin,
    pid,
    lives,
    async killAndStart() {
      await kill(running.process);
      const goneMs = performance.now();
      running = await start();
      lives.push([]);
      return performance.now() - goneMs;
    },
    async stop() {
      clearInterval(look);
      await running.stop();
    },
  };
}
