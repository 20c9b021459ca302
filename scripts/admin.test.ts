import { spawnSync } from 'node:child_process';
import { beforeEach, expect, test } from 'vitest';
import { events } from '#lib/db/schema.ts';
import { addTestPerson, testOrigin } from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

// Beside a console with the embedded database it is tried in e2e/attack/sessions.spec.ts.

function runAdmin(environment: Record<string, string>, ...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', 'scripts/admin.ts', ...parameters],
    {
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        APP_ORIGIN: testOrigin,
        ...environment,
      },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describeOnEachDatabase('npm run admin', (database, kind) => {
  beforeEach(() => database().clear());

  if (kind === 'postgres') {
    test('works by DATABASE_URL while others have the database open', async () => {
      await addTestPerson(database().db, 'mei@example.net', 'admin');
      const environment = { DATABASE_URL: database().databaseUrl ?? '' };
      const { status, stdout, stderr } = runAdmin(environment, 'reset', 'Mei@Example.net');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      // The audit line of this process comes first: docs/topology.md, "Logs".
      const [audit = '', title] = stdout.split('\n');
      expect(JSON.parse(audit)).toMatchObject({
        msg: 'audit',
        event: { details: { act: 'reset_link_made' } },
      });
      expect(audit).not.toContain('token');
      expect(title).toBe('New password for mei (mei@example.net), by this link, once, for 24 hours:');
      expect(stdout).toMatch(/\nhttp:\/\/localhost:3000\/invitation#token=[\w-]{43}\n$/);
      expect(await database().db.select().from(events)).toMatchObject([
        { actorId: 'command-line', details: { act: 'reset_link_made', email: 'mei@example.net' } },
      ]);
    });
  } else {
    test('makes no database where there is none, and says where it looked', () => {
      const { status, stderr } = runAdmin({ DATA_DIR: '/nonexistent/data' }, 'reset', 'mei@example.net');
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: 'There is no database in DATA_DIR (/nonexistent/data). Start the console once.\n',
      });
    });
  }
});
