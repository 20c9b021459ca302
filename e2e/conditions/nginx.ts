import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requireProgram } from '#scripts/real-parts/require-program.ts';

/** Null where it is not installed; the reason is printed. */
export const nginxProgram = requireProgram('nginx');

/**
 * Starts nginx with its defaults in front of a console. A cookie `answer` makes it answer by itself: a status, `page` for a
 * page of its own with 200, `away` for a redirect to the sign-in page of another host. Files come from the console.
 */
export async function startNginx(
  port: number,
  consolePort: number,
): Promise<{ process: ChildProcess; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'patchboard-nginx-'));
  const statuses = [403, 429, 502, 503, 504, 418];
  await writeFile(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  map $uri $wanted { ~^/_next/ ""; default $cookie_answer; }
  server {
    listen 127.0.0.1:${port};
    ${statuses.map((status) => `if ($wanted = "${status}") { return ${status}; }`).join('\n    ')}
    if ($wanted = "away") { return 302 http://127.0.0.2:${port}/login; }
    location / {
      if ($wanted = "page") { add_header Content-Type text/html; return 200 "<h1>Sign in first</h1>"; }
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_pass http://127.0.0.1:${consolePort};
    }
  }
}
`,
  );
  const child = spawn(
    nginxProgram ?? '',
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;'],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)) break;
    await pause(100);
  }
  return {
    process: child,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
