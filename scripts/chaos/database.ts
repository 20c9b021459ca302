import type { TestPostgres } from '#lib/testing/db/postgres.ts';

export type DatabaseAt = {
  kind: Database;
  databaseUrl: string | null;
  dataDir: string;
  /** The cluster it is in, for faults of the cluster itself. */
  cluster: Extract<TestPostgres, { available: true }> | null;
};

export const databases = ['embedded', 'postgres'] as const;

export type Database = (typeof databases)[number];
