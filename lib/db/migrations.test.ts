import fs from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import * as schema from '#lib/db/schema.ts';

it('the migrations make exactly the tables of the schema', async () => {
  const snapshots = fs
    .readdirSync('lib/db/migrations/meta')
    .filter((name) => name.endsWith('_snapshot.json'));
  const newest = JSON.parse(fs.readFileSync(`lib/db/migrations/meta/${snapshots.sort().at(-1)}`, 'utf8'));
  const missing = await generateMigration(newest, generateDrizzleJson(schema));
  expect(missing, 'run `npm run db:generate -- --name <what it does>`').toEqual([]);
});
