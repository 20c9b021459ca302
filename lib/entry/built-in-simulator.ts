import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The variables that point the console at a simulator it has started. */
type SimulatorEnvironment = Record<
  'CCC_ENDPOINT' | 'TENCENTCLOUD_SECRET_ID' | 'TENCENTCLOUD_SECRET_KEY' | 'PATCHBOARD_SIMULATED',
  string
>;

export type BuiltInSimulator = { environment: SimulatorEnvironment; stop: () => Promise<void> };

/**
 * Starts the simulator as its own process on a free loopback port. It ends with this process, also when this
 * process is killed. Throws when it does not come up.
 */
export async function startBuiltInSimulator(
  sdkApps: readonly { id: string; name: string }[],
): Promise<BuiltInSimulator> {
  const apps = sdkApps.map(({ id, name }) => `${id}=${name}`).join(',');
  const child = spawn(
    process.execPath,
    ['lib/simulator/main.ts', '--port', '0', '--die-with-parent', ...(apps ? ['--apps', apps] : [])],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const firstLine = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    void exited.then(() => reject(new Error('The built-in simulator ended before it was ready.')));
  });
  const { endpoint, secretId, secretKey } = JSON.parse(await firstLine) as Record<string, string>;
  if (!endpoint || !secretId || !secretKey)
    throw new Error('The built-in simulator did not say where it is.');
  return {
    environment: {
      CCC_ENDPOINT: endpoint,
      TENCENTCLOUD_SECRET_ID: secretId,
      TENCENTCLOUD_SECRET_KEY: secretKey,
      PATCHBOARD_SIMULATED: 'true',
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
