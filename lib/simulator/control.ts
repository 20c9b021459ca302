import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createControl } from '#lib/simulator/control-client.ts';
import type { Ready } from '#lib/simulator/server.ts';

type StartOptions = {
  secretId?: string;
  secretKey?: string;
  token?: string;
  apps?: string;
  port?: number;
  anyApp?: boolean;
  unlimited?: boolean;
  strictWorld?: boolean;
};

export type Simulator = Awaited<ReturnType<typeof startSimulator>>;

/** Starts a simulator as a process of its own that cannot outlive this one. Rejects when it does not come up. */
export async function startSimulator(options: StartOptions = {}) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--die-with-parent', ...toFlags(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof first[0] !== 'string') throw new Error(`The simulator stopped at start with code ${first[0]}.`);
  const ready = JSON.parse(first[0]) as Ready; // printed by our own main.ts
  return {
    endpoint: ready.endpoint,
    credentials: { secretId: ready.secretId, secretKey: ready.secretKey, token: options.token ?? null },
    control: createControl(ready.control),
    controlUrl: ready.control,
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function toFlags(options: StartOptions): string[] {
  const { secretId, secretKey, token, apps, port, anyApp, unlimited, strictWorld } = options;
  const valued = { 'secret-id': secretId, 'secret-key': secretKey, token, apps, port };
  return [
    ...Object.entries(valued).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
    ...(anyApp ? ['--any-app'] : []),
    ...(unlimited ? ['--unlimited'] : []),
    ...(strictWorld ? ['--strict-world'] : []),
  ];
}
