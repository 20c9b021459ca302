import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { OverviewView } from '#lib/overview/view.ts';
import { paths } from '#lib/paths.ts';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { admin, apps, type Console, serve } from '#lib/testing/console.ts';
import { createTestPostgres, runPostgresProgram } from '#lib/testing/db/postgres.ts';
import { acknowledgeOver, signIn } from '#scripts/campaign/action-client.ts';
import { Told } from '#scripts/chaos/client-record.ts';
import { Person } from '#scripts/chaos/person.ts';

// The restore drill of docs/decisions/restored-databases.md, with real servers and real copies on both databases.

const postgres = inject('testPostgres');
/** Half a minute on two idle cores. */
const limitMs = 300_000;
const settled = { timeout: 90_000, interval: 100 };
/** Many times what a runner takes to look for something to send. */
const longEnoughMs = 3_000;
const lines = 40;

/** What a server is given to find its database. */
type Where = { dataDir: string; databaseUrl: string | null };
type Copying = { first: Where; copy(): void; putBack(): Promise<Where> };

let folder = '';
beforeAll(() => {
  if (!existsSync('.next/patchboard-build'))
    throw new Error('The drill is of real servers: npm run build first.');
  folder = mkdtempSync(join(tmpdir(), 'patchboard-restored-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function drill({ first, copy, putBack }: Copying): Promise<void> {
  const simulator = await startSimulator({ apps });
  let server = await start(simulator, first);
  try {
    let person = await arrive(server);
    // So that something is under way when the server is killed.
    await simulator.control.addFault({ when: {}, fault: { kind: 'latency', ms: 500 }, times: null });
    const numbers = Array.from({ length: lines }, (_, index) => ({ number: `0086075589${100_000 + index}` }));
    const batchId = await person.startBatch(numbers, { key: randomUUID() });
    await vi.waitFor(
      async () => expect((await person.batch(batchId)).counts.bound).toBeGreaterThan(5),
      settled,
    );
    server.process.kill('SIGKILL');
    await vi.waitFor(() => expect(server.process.signalCode).toBe('SIGKILL'), settled);
    copy();

    server = await start(simulator, first);
    expect(server.output()).not.toContain('Restored from a copy');
    person = await arrive(server);
    await person.batchAt(batchId, ['done']);
    expect((await person.get<OverviewView>(paths.api.overview)).setback).toBeNull();
    await server.stop();
    const arrivals = (await simulator.control.log()).length;
    expect(arrivals).toBeGreaterThanOrEqual(lines);

    const second = await putBack();
    server = await start(simulator, second);
    expect(server.output()).toMatch(/Restored from a copy of 20.* UTC: \d+ numbers may differ/);
    person = await arrive(server);
    await pause(longEnoughMs);
    const held = await person.batch(batchId);
    expect(held).toMatchObject({ state: 'paused', halt: { by: null, code: 'Paused.Restored' } });
    expect(held.counts.queued).toBeGreaterThan(0);
    const { setback } = await person.get<OverviewView>(paths.api.overview);
    expect(setback).toMatchObject({ kind: 'restored', batches: 1 });
    // Every number that the copy knows something of, what was under way among them.
    await vi.waitFor(async () => expect((await person.batch(batchId)).counts.sending).toBe(0), settled);
    const { bound, unknown } = (await person.batch(batchId)).counts;
    expect(unknown).toBeGreaterThan(0);
    expect(setback?.numbers).toBe(bound + unknown);
    expect(await simulator.control.log()).toHaveLength(arrivals);

    await person.changeBatch(batchId, 'running');
    expect(await person.batchAt(batchId, ['done'])).toMatchObject({ counts: { bound: lines } });
    const { noticedAt = '' } = setback ?? {};
    expect(await acknowledgeOver(person.at, { noticedAt })).toEqual({ ok: true, value: null });
    expect((await person.get<OverviewView>(paths.api.overview)).setback).toBeNull();
    await server.stop();
    server = await start(simulator, second);
    expect(server.output()).not.toContain('Restored from a copy');
  } finally {
    await server.stop();
    await simulator.stop();
  }
}

const start = (sharedSimulator: Simulator, { dataDir, databaseUrl }: Where): Promise<Console> =>
  serve({ sharedSimulator, dataDir, env: { DATABASE_URL: databaseUrl ?? undefined } });

async function arrive({ origin }: Console): Promise<Person> {
  return new Person({ origin, cookie: await signIn(origin, admin) }, new Told());
}

describe('fault 29: on a database that was put back from a copy nothing is sent by itself, and a notice stands', () => {
  test('embedded: a copied folder', { timeout: limitMs }, async () => {
    const dataDir = join(folder, 'embedded');
    const [database, copied] = [join(dataDir, 'database'), join(folder, 'copied')];
    await drill({
      first: { dataDir, databaseUrl: null },
      copy: () => cpSync(database, copied, { recursive: true }),
      putBack: async () => {
        rmSync(database, { recursive: true });
        cpSync(copied, database, { recursive: true });
        return { dataDir, databaseUrl: null };
      },
    });
  });

  test.skipIf(!postgres.available)('PostgreSQL: a dump', { timeout: limitMs }, async () => {
    if (!postgres.available) return;
    const { runFolder } = postgres;
    const created = await createTestPostgres(postgres);
    const copied = await createTestPostgres(postgres, 'empty');
    const dataDir = join(folder, 'postgres');
    const dump = join(runFolder, 'dump.sql');
    const nameOf = (url: string) => new URL(url).pathname.slice(1);
    const at = ['-h', runFolder, '-U', 'postgres', '-d'];
    await drill({
      first: { dataDir, databaseUrl: created.url },
      copy: () => runPostgresProgram(postgres, 'pg_dump', ...at, nameOf(created.url), '-f', dump),
      putBack: async () => {
        runPostgresProgram(
          postgres,
          'psql',
          ...at,
          nameOf(copied.url),
          '-q',
          '-v',
          'ON_ERROR_STOP=1',
          '-f',
          dump,
        );
        return { dataDir, databaseUrl: copied.url };
      },
    });
    await Promise.all([created.drop(), copied.drop()]);
  });
});
