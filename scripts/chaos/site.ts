import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#lib/db/open.ts';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';
import { offerPostgres } from '#lib/testing/postgres-setup.ts';
import { onCluster } from '#scripts/chaos/cluster.ts';
import type { Database, DatabaseAt } from '#scripts/chaos/database.ts';

/** What all faults of a run share: a folder, a PostgreSQL where there is one, and an embedded database to copy. */
export function openSite() {
  const folder = mkdtempSync(join(tmpdir(), 'patchboard-chaos-'));
  const { postgres, stop } = offerPostgres();
  let made = 0;
  let template: Promise<string> | null = null;

  /**
   * A first start takes seconds, most of them for the tables; every fault begins with a copy. No server has been at it, to
   * which a copy would be a database that was put back.
   */
  async function makeTemplate(): Promise<string> {
    const dataDir = join(folder, 'template');
    await (await openDatabase({ databaseUrl: null, dataDir })).close();
    return dataDir;
  }

  return {
    /** Why there is no PostgreSQL, or null. */
    noPostgres: postgres.available ? null : postgres.reason,
    /** A database with tables and nothing else, for one fault. */
    async createDatabase(kind: Database): Promise<DatabaseAt> {
      made += 1;
      const dataDir = join(folder, `data-${made}`);
      if (kind === 'embedded') {
        template ??= makeTemplate();
        cpSync(await template, dataDir, { recursive: true });
        return { kind, databaseUrl: null, dataDir, cluster: null };
      }
      if (!postgres.available) throw new Error(postgres.reason);
      mkdirSync(dataDir);
      const { url } = await createTestPostgres(postgres);
      // The cluster of the tests gives up the last commits of a crash for speed.
      await onCluster(url, [`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = on`]);
      return { kind, databaseUrl: url, dataDir, cluster: postgres };
    },
    close(): void {
      stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export type Site = ReturnType<typeof openSite>;
