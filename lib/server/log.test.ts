import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const secret = 'canary "auth" secret, long enough for a cookie';

/** What a process with this secret in its environment prints while it runs `script`. */
function printedBy(script: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--input-type=module', '--eval', script],
    { env: { ...process.env, AUTH_SECRET: secret, LOG_LEVEL: 'trace' }, encoding: 'utf8' },
  );
  return stdout + stderr;
}

test('an error that carries a secret is logged without it, and the incident number leads to it', () => {
  const printed = printedBy(`
    import { logIncident } from '#lib/server/log.ts';
    const secret = process.env.AUTH_SECRET;
    const error = new Error('could not sign with ' + secret, { cause: new Error('because of ' + secret) });
    console.log('incident ' + logIncident(error, 'a test'));
  `);
  const incident = /^incident ([0-9a-f]{10})$/m.exec(printed)?.[1];
  expect(printed).toContain(`"incident":"${incident}"`);
  expect(printed).toContain('could not sign with [redacted]');
  expect(printed).toContain('because of [redacted]');
  expect(printed).not.toContain('canary');
});

test('a failed statement is logged without the values it was given', () => {
  const printed = printedBy(`
    import { DrizzleQueryError } from 'drizzle-orm/errors';
    import { logIncident } from '#lib/server/log.ts';
    const values = ['https://hooks.acme.com/?token=typed', 'two\\nlines'];
    logIncident(new DrizzleQueryError('insert into x values ($1, $2)', values, new Error('no space left')), 'a test');
  `);
  expect(printed).toContain('insert into x');
  expect(printed).toContain('no space left');
  expect(printed).not.toMatch(/typed|lines/);
});

test('values with hundreds of thousands of blank lines are left out at once', () => {
  const printed = printedBy(`
    import { logIncident } from '#lib/server/log.ts';
    const begun = performance.now();
    logIncident(new Error('Failed query\\nparams: typed' + '\\n'.repeat(300_000) + ' \\t'.repeat(300_000) + 'typed'), 'a test');
    console.log('took ' + Math.round(performance.now() - begun) + ' ms');
  `);
  expect(printed).toContain('params: [left out]');
  expect(printed).not.toContain('typed');
  // Milliseconds; with a pattern over the whole text minutes.
  expect(Number(/took (\d+) ms/.exec(printed)?.[1])).toBeLessThan(3_000);
});

test('a line of typed text that looks like a stack ends nothing early', () => {
  const printed = printedBy(`
    import { DrizzleQueryError } from 'drizzle-orm/errors';
    import { logIncident } from '#lib/server/log.ts';
    logIncident(new DrizzleQueryError('select $1', ['one\\n\\n\\ntyped'], new Error('no')), 'a test');
  `);
  expect(printed).not.toContain('typed');
});
