import fs from 'node:fs';
import type pg from 'pg';
import { databaseHost, parseDatabaseUrl } from '#lib/server/database-url.ts';

/** A CA file that was named and can not be read. */
export class CertificateFileError extends Error {
  override name = 'CertificateFileError';
}

/** How to reach the database of DATABASE_URL, and how to name it in a sentence. */
export type PostgresTarget = {
  options: pg.ClientConfig;
  /** Such as `db.example.net:5432`; a folder for a Unix socket. Never the user's password. */
  place: string;
  database: string;
};

/**
 * Reads a DATABASE_URL that `judgeDatabaseUrl` has passed. Our own reading in place of `connectionString`: that one reads
 * sslmode in a way of its own, and writes a warning about it to stderr. Here `require` verifies as `verify-full` does;
 * `verify-ca` does not compare the host name; `no-verify` verifies nothing.
 * Throws `CertificateFileError`.
 */
export function readTarget(databaseUrl: string): PostgresTarget {
  const url = parseDatabaseUrl(databaseUrl);
  if (url === null) throw new Error('DATABASE_URL could not be read.');
  const parameter = (name: string) => url.searchParams.get(name) ?? undefined;
  const host = databaseHost(url) || 'localhost';
  const port = Number(parameter('port') || url.port || 5432);
  const user = parameter('user') ?? decodeURIComponent(url.username);
  const password = parameter('password') ?? decodeURIComponent(url.password);
  const database = decodeURIComponent(url.pathname.slice(1)) || parameter('dbname');
  const ssl = readTls(parameter);
  const options: pg.ClientConfig = {
    host,
    port,
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    ...(database ? { database } : {}),
    ...(parameter('options') ? { options: parameter('options') } : {}),
    ...(ssl === undefined ? {} : { ssl }),
  };
  return {
    options,
    place: host.startsWith('/') ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`,
    database: database ?? user ?? '',
  };
}

function readTls(parameter: (name: string) => string | undefined): pg.ClientConfig['ssl'] {
  const mode = parameter('sslmode');
  const flag = parameter('ssl');
  const [ca, cert, key] = (['sslrootcert', 'sslcert', 'sslkey'] as const).map((name) =>
    readCertificate(name, parameter(name)),
  );
  if (mode === 'disable' || flag === '0' || flag === 'false') return false;
  const wanted = mode !== undefined || flag !== undefined || ca !== undefined || cert !== undefined;
  if (!wanted) return undefined;
  // The switch of `pg` for those who want libpq's meaning of these two: encrypted, not verified.
  const libpq =
    parameter('uselibpqcompat') === 'true' && ca === undefined && (mode === 'require' || mode === 'prefer');
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(mode === 'no-verify' || flag === 'no-verify' || libpq ? { rejectUnauthorized: false } : {}),
    ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
  };
}

/** `system` is libpq's word for the CAs that Node trusts anyway. */
function readCertificate(name: string, file: string | undefined): string | undefined {
  if (file === undefined || file === 'system') return undefined;
  try {
    return fs.readFileSync(/* turbopackIgnore: true */ file, 'utf8');
  } catch {
    throw new CertificateFileError(
      `The file ${file}, named by ${name}, can not be read. Correct its path in DATABASE_URL or PGSSLROOTCERT, or let this user read it.`,
    );
  }
}
