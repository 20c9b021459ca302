import { expect, test } from 'vitest';
import { judgeDatabaseUrl } from '#lib/server/database-url.ts';
import { parseEnvironment } from '#lib/server/environment.ts';

const secret = 'Zx9';

test.each([
  ['a raw # in the password', `postgres://u:p@ss/w#${secret}@localhost:5432/db`, 'write / as %2F'],
  ['a raw # at its end', `postgres://u:${secret}#@localhost/db`, '# as %23'],
  ['a raw / in the password', `postgres://u:1/${secret}@localhost/db`, 'write / as %2F'],
  ['a raw / behind a word', `postgres://u:p/${secret}@localhost/db`, 'write / as %2F'],
  ['a raw ? in the password', `postgres://u:1?${secret}@localhost/db`, '? as %3F'],
  ['a raw ? behind a word', `postgres://u:p?${secret}@localhost/db`, '? as %3F'],
  ['a raw % in the password', `postgres://u:%${secret}@localhost/db`, '% as %25'],
  ['bytes that are no text', `postgres://u:%ff${secret}@localhost/db`, '% as %25'],
  ['a blank in the password', `postgres://u:a ${secret}@localhost/db`, 'a blank as %20'],
  ['an address cut short by a #', `postgres://u:${secret}`, 'could not be read'],
  ['a list of hosts', `postgres://u:${secret}@one:5432,two:5432/db`, 'give one host'],
  ['a list of hosts without ports', `postgres://u:${secret}@one,two/db`, 'give one host'],
  ['a list of hosts as a parameter', `postgres://u:${secret}@/db?host=one,two`, 'give one host'],
  ['an unknown sslmode', `postgres://u:${secret}@localhost/db?sslmode=Required`, 'give sslmode as one of'],
  [
    'a sslmode that prefers plain text',
    `postgres://u:${secret}@localhost/db?sslmode=allow`,
    'give sslmode as',
  ],
  ['another database', `mysql://u:${secret}@localhost/db`, 'give a postgres:// address'],
  ['the address of a driver', `postgresql+psycopg://u:${secret}@localhost/db`, 'give a postgres:// address'],
  ['two names', `postgres://u:${secret}@localhost/db/${secret}`, 'give one database name'],
  ['a port that is none', `postgres://u:${secret}@localhost:port/db`, 'could not be read'],
  ['a port parameter that is none', `postgres://u:${secret}@/db?port=x${secret}`, 'give the port'],
])('%s is advised on, and no piece of it is repeated', (_what, url, advice) => {
  const { environment, problems } = parseEnvironment({ DATABASE_URL: url });
  expect(environment.databaseUrl).toBeNull();
  expect(problems.map(({ variable }) => variable)).toEqual(['DATABASE_URL']);
  expect(problems[0]?.advice).toContain(advice);
  expect(problems[0]?.advice).not.toContain(secret);
});

test.each([
  'postgres://localhost/db',
  'postgresql://u@localhost',
  'postgres://u:p%40ss%2Fw%23rd%3F%25@db.example.net:5432/db?sslmode=verify-full',
  'postgres://u:p@ss@db.example.net/db',
  'postgres://user@server:p@server.postgres.example.net/db?sslmode=require',
  'postgres://u:p@[2001:db8::1]:5432/db',
  'postgres://u:p@/db?host=/run/postgresql',
  'postgres://postgres@localhost/db?host=%2Ftmp%2Fa-folder',
  'postgres://u:p@localhost/db?application_name=me@work',
  'postgres://u:p@localhost/db?sslmode=require&channel_binding=require',
])('%s can be read', (url) => {
  expect(judgeDatabaseUrl(url)).toBeNull();
});

test('PGSSLMODE and PGSSLROOTCERT count where the address says nothing of it', () => {
  const read = (text: string) =>
    parseEnvironment({ DATABASE_URL: text, PGSSLMODE: 'require', PGSSLROOTCERT: '/ca.pem' }).environment
      .databaseUrl;
  expect(read('postgres://u:p@db/x')).toBe('postgres://u:p@db/x?sslmode=require&sslrootcert=%2Fca.pem');
  expect(read('postgres://u:p@db/x?sslmode=disable')).toContain('sslmode=disable&sslrootcert');
  expect(parseEnvironment({ PGSSLMODE: 'on' }).problems).toMatchObject([{ variable: 'PGSSLMODE' }]);
});
