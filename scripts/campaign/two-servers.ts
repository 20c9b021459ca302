import { existsSync } from 'node:fs';
import type { OpenDatabase } from '#lib/db/database.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { apps, type Console, serve } from '#lib/testing/console.ts';
import { createTestPostgres, type TestPostgres } from '#lib/testing/db/postgres.ts';

export type TwoServers = {
  first: Console;
  second: Console;
  simulator: Simulator;
  url: string;
  database: OpenDatabase;
  stop(): Promise<void>;
};

/** Two servers, processes on the production build, on one fresh PostgreSQL database. */
export async function startTwoServers(
  postgres: Extract<TestPostgres, { available: true }>,
): Promise<TwoServers> {
  if (!existsSync('.next/patchboard-build')) throw new Error('These are real servers: npm run build first.');
  const { url, drop } = await createTestPostgres(postgres);
  const simulator = await startSimulator({ apps });
  const startServer = () =>
    serve({
      sharedSimulator: simulator,
      env: { DATABASE_URL: url, AUTH_SECRET: 'one secret that all servers share' },
    });
  const [first, second] = await Promise.all([startServer(), startServer()]);
  const database = await openPostgres(url, () => {});
  const stop = async () => {
    await Promise.all([first.stop(), second.stop()]);
    await database.close();
    await simulator.stop();
    await drop();
  };
  return { first, second, simulator, url, database, stop };
}
