import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfSources } from '#scripts/setup/build.mjs';

/** Inside the repository, so that the packages are found; git, and with it every tool, ignores it. */
const root = '.cache/later-build';
const copied = [
  'app',
  'components',
  'lib',
  'public',
  'server.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
];

type Change = { file: string; from: string; to: string };

/** The heading of the bind page in the later build. */
export const laterHeading = 'Bind a number (later build)';

const changes: Change[] = [
  { file: 'lib/i18n/messages/en/bind.ts', from: "title: 'Bind a number'", to: `title: '${laterHeading}'` },
  // Tailwind looks for classes in no folder that git ignores, unless it is named.
  {
    file: 'app/globals.css',
    from: '@import "tailwindcss";',
    to: '@import "tailwindcss";\n@source "../app";\n@source "../components";',
  },
  { file: 'next.config.js', from: 'root: import.meta.dirname', to: `root: ${JSON.stringify(process.cwd())}` },
  // Halves the time of the build. The types are checked in the build that is tested.
  { file: 'next.config.js', from: 'turbopackRustReactCompiler: true', to: 'turbopackMinify: false' },
  {
    file: 'next.config.js',
    from: 'reactCompiler: true',
    to: 'reactCompiler: false,\n  typescript: { ignoreBuildErrors: true }',
  },
];

/**
 * A second build of the console, as a release after this one: from a copy of the sources with another heading, under
 * another key, so that its actions and the files of its pages have other names. Made once for the same sources (15-30 s).
 */
export async function laterBuild(): Promise<{ serverFile: string }> {
  const stamp = join(root, 'made-from');
  const wanted = `${digestOfSources()} ${JSON.stringify(changes)}`;
  const isMade = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isMade) rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const name of copied) cpSync(name, join(root, name), { recursive: true });
  for (const change of changes) apply(change);
  if (!isMade) await build();
  writeFileSync(stamp, wanted);
  return { serverFile: join(root, 'server.ts') };
}

function apply({ file, from, to }: Change): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} no longer holds: ${from}`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
}

async function build(): Promise<void> {
  const child = spawn(process.execPath, [join(process.cwd(), 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
  });
  let printed = '';
  const listen = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const [code] = await once(child, 'exit');
  process.off('exit', endWithUs);
  if (code !== 0) throw new Error(`The later build failed:\n${printed}`);
}
