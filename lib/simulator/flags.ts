import { parseArgs } from 'node:util';

/** Everything the simulator can be told at start. Ports of 0 mean "any free one". */
export type SimulatorOptions = {
  port: number;
  controlPort: number;
  secretId: string;
  secretKey: string;
  /** A temporary credential's token that each request must then carry; null refuses any token. */
  token: string | null;
  apps: readonly { sdkAppId: string; name: string }[];
  /** Know every well-formed SdkAppId: whoever started it decides which apps there are. */
  anyApp: boolean;
  /** Requests a second and action; null switches the limiter off. */
  perSecond: number | null;
  /** Accept any well-formed number in a known app, so that a demo is not limited to the numbers of the world. */
  anyNumber: boolean;
  dieWithParent: boolean;
  /** Where to leave the ready line as well, for whoever did not start the process itself. */
  controlFile: string | null;
};

export const usage = `node lib/simulator/main.ts
  --port N --control-port N   loopback ports (default: any free one)
  --secret-id W --secret-key W --token W   what requests must be signed with
  --apps "1400000000=Main line,1400000001=Sales"
  --any-app                   know every SdkAppId, not only those of --apps
  --unlimited                 no limit of 20 requests a second
  --strict-world              refuse numbers outside the small built-in world
  --die-with-parent           stop when stdin closes or the IPC channel goes (so give it a pipe)
  --control-file PATH         also write the ready line to this file`;

/** Reads the command line. Throws an Error with a readable message for anything it does not know. */
export function parseFlags(args: readonly string[]): SimulatorOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { ...text, default: '0' },
      'control-port': { ...text, default: '0' },
      'secret-id': { ...text, default: 'simulator-secret-id' },
      'secret-key': { ...text, default: 'simulator-secret-key' },
      token: text,
      apps: { ...text, default: '1400000000=Main line,1400000001=Sales' },
      'any-app': flag,
      unlimited: flag,
      'strict-world': flag,
      'die-with-parent': flag,
      'control-file': text,
    },
  });
  return {
    port: parsePort(values.port),
    controlPort: parsePort(values['control-port']),
    secretId: values['secret-id'],
    secretKey: values['secret-key'],
    token: values.token ?? null,
    apps: parseApps(values.apps),
    anyApp: values['any-app'],
    perSecond: values.unlimited ? null : 20,
    anyNumber: !values['strict-world'],
    dieWithParent: values['die-with-parent'],
    controlFile: values['control-file'] ?? null,
  };
}

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error(`Not a port: ${text}`);
  return Number(text);
}

function parseApps(text: string): { sdkAppId: string; name: string }[] {
  return text.split(',').map((pair) => {
    const [, sdkAppId, name] = /^\s*([1-9]\d{0,19})\s*(?:=(.*))?$/.exec(pair) ?? [];
    if (sdkAppId === undefined) throw new Error(`Not an app, expected id=name: ${pair}`);
    return { sdkAppId, name: name?.trim() || sdkAppId };
  });
}
