import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseSdkAppId } from '#lib/domain/sdk-app-id.ts';
import type { App } from '#lib/entry/context.ts';
import type { Environment, EnvironmentProblem } from '#lib/server/environment.ts';
import { type Credentials, readCredentials } from '#lib/tencent/credentials.ts';
import { type Endpoint, parseEndpoint } from '#lib/tencent/endpoint.ts';
import { chooseProxy } from '#lib/tencent/proxy.ts';

/** What the console talks to, with which key, in which apps. */
export type Configuration = {
  /** Null: no credentials anywhere, so the built-in simulator is used. */
  credentials: Credentials | null;
  endpoint: Endpoint;
  proxy: URL | null;
  /** The apps of CCC_SDK_APPS; empty where it is not given. */
  sdkApps: App[];
};

const defaultEndpoint = 'https://ccc.intl.tencentcloudapi.com';
const appsAdvice = 'give apps as 1400000000=Main line,1400000001=Sales; each SdkAppId once, digits only';

/** Reads Tencent's part of the environment; every problem is found in one pass and returned as a list. */
export async function loadConfiguration(
  environment: Environment,
): Promise<{ configuration: Configuration | null; problems: EnvironmentProblem[] }> {
  const { tencent } = environment;
  const credentials = readCredentials({ ...tencent, profileText: await readProfileFile() });
  const endpoint = parseEndpoint(tencent.endpoint ?? defaultEndpoint);
  const proxy = endpoint.ok ? chooseProxy({ endpoint: endpoint.value.url, ...environment }) : null;
  const sdkApps = parseApps(tencent.sdkApps);

  const problems: EnvironmentProblem[] = [];
  if (!credentials.ok) problems.push(...credentials.problem);
  if (!endpoint.ok) problems.push(endpoint.problem);
  if (proxy && !proxy.ok) problems.push(proxy.problem);
  if (sdkApps === null) problems.push({ variable: 'CCC_SDK_APPS', advice: appsAdvice });
  if (credentials.ok && credentials.value === null && tencent.endpoint !== null) {
    const advice = 'an endpoint needs credentials; give TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY';
    problems.push({ variable: 'CCC_ENDPOINT', advice });
  }
  if (!credentials.ok || !endpoint.ok || !proxy?.ok || sdkApps === null)
    return { configuration: null, problems };
  const configuration = {
    credentials: credentials.value,
    endpoint: endpoint.value,
    proxy: proxy.value,
    sdkApps,
  };
  return { configuration, problems };
}

/** `~/.tencentcloud/credentials`, or null where there is none. */
async function readProfileFile(): Promise<string | null> {
  try {
    return await readFile(
      /* turbopackIgnore: true */ join(homedir(), '.tencentcloud', 'credentials'),
      'utf8',
    );
  } catch {
    return null;
  }
}

/** `id=name` pairs; a name may be left out. Null when any part does not fit. */
function parseApps(text: string | null): App[] | null {
  const apps: App[] = [];
  for (const part of text?.split(',') ?? []) {
    const [, digits = '', name = ''] = /^([^=]*)(?:=(.*))?$/s.exec(part.trim()) ?? [];
    const id = parseSdkAppId(digits.trim());
    if (!id.ok || apps.some((app) => app.id === id.value)) return null;
    apps.push({ id: id.value, name: name.trim() || id.value });
  }
  return apps;
}
