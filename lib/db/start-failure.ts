import { FolderInUseError } from '#lib/db/folder-lock.ts';
import { UnfitDatabaseError } from '#lib/db/postgres-checks.ts';
import { CertificateFileError } from '#lib/db/postgres-options.ts';

/** Why the database could not be opened. `later`: it may only not be there yet. The text never holds a secret. */
export type StartFailure = { when: 'later' | 'never'; text: string };

type Target = { place: string; database: string; user: string };

/** What is not there yet, in words that follow "PostgreSQL at db:5432 is not there yet:". */
const notYet: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name can not be looked up',
  ETIMEDOUT: 'no answer',
  EHOSTUNREACH: 'the host can not be reached',
  ENETUNREACH: 'the network can not be reached',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  ENOENT: 'no socket is there',
  '57P01': 'it is shutting down',
  '57P02': 'it is shutting down',
  '57P03': 'it is starting up',
  '53300': 'it has no free connection',
};

const certificateCodes =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_|ERR_SSL_)/;
/** How `pg` says that a connection did not come about, without a code. */
const closed =
  /connection timeout|timeout expired|timeout exceeded|Connection terminated|client_login_timeout/i;
/** PgBouncer has one code for all it says; while its server is away it says one of these. */
const poolerWaits =
  /pgbouncer cannot connect to server|server login has been failing|server conn crashed|the database system is starting up|query_wait_timeout/i;

type Details = { code: string; message: string };

/** The innermost error that has a code: the query builder wraps what the driver throws. */
function detailsOf(error: unknown): Details {
  let message = '';
  for (let at = error; at instanceof Error; at = at.cause) {
    message = at.message || message;
    if ('code' in at && typeof at.code === 'string') return { code: at.code, message };
  }
  return { code: '', message: message || String(error) };
}

/** Reads why PostgreSQL could not be opened. */
export function readPostgresFailure(error: unknown, target: Target): StartFailure {
  if (error instanceof UnfitDatabaseError || error instanceof CertificateFileError)
    return { when: 'never', text: error.message };
  const { code, message } = detailsOf(error);
  const at = `PostgreSQL at ${target.place}`;
  const later = notYet[code] ?? (closed.test(message) ? 'no answer' : undefined);
  if (later !== undefined) return { when: 'later', text: `${at} is not there yet: ${later}` };
  if (poolerWaits.test(message))
    return { when: 'later', text: `The pooler at ${target.place} has no PostgreSQL behind it yet` };
  return { when: 'never', text: describeRefusal({ code, message }, at, target) };
}

function describeRefusal({ code, message }: Details, at: string, { user, database }: Target): string {
  const said = message.split('\n')[0];
  if (code === '28P01' || /password authentication failed|SASL|SCRAM/.test(message))
    return `${at} refuses the password of the role "${user}". Correct it in DATABASE_URL; ${encodedReminder}`;
  if (code === '28000')
    return `${at} does not let the role "${user}" in: ${said}. Correct the role in DATABASE_URL, or allow it in pg_hba.conf.`;
  if (code === '3D000' || /no such database|database "[^"]*" does not exist/i.test(message))
    return `${at} has no database "${database}". Create it: createdb -O ${user} -E UTF8 -T template0 ${database} (or correct the name in DATABASE_URL).`;
  if (/unsupported startup parameter/.test(message))
    return `${at} is a pooler that refuses a start-up parameter: ${said}. Take options out of DATABASE_URL and PGOPTIONS out of the environment.`;
  if (/transaction blocks not allowed in statement pooling mode/i.test(message))
    return `The pooler in front of PostgreSQL hands out connections by statement. Set pool_mode = session for this database in it.`;
  if (/does not support SSL/.test(message))
    return `${at} offers no TLS, and DATABASE_URL asks for it. Turn TLS on there (ssl = on), or say sslmode=disable where the network is your own.`;
  if (certificateCodes.test(code) || /establishing an SSL connection/.test(message))
    return `${at} shows a certificate that can not be verified (${code || said}). Name the file of its CA: sslrootcert=/path/ca.pem in DATABASE_URL, or PGSSLROOTCERT; with a certificate for another host name add sslmode=verify-ca.`;
  if (code === '42501')
    return `The role "${user}" lacks a right: ${said}. Connect as the role that owns the database and its tables.`;
  if (code === '42P07' || code === '42710' || code === '42723')
    return `The database "${database}" holds something of another program: ${said}. Give Patchboard a database of its own in DATABASE_URL.`;
  if (code.startsWith('53'))
    return `${at} has run out of something: ${said}. Make room there, then start again.`;
  return `${at} could not be opened: ${said}${code ? ` (${code})` : ''}. Correct that, or give another database in DATABASE_URL.`;
}

const encodedReminder = 'special characters are written encoded there, such as %40 for @.';

/** Reads why the embedded database could not be opened. */
export function readFolderFailure(error: unknown, dataDir: string): StartFailure {
  if (error instanceof FolderInUseError) return { when: 'never', text: error.message };
  const { code, message } = detailsOf(error);
  const said = message.split('\n')[0];
  const other = 'or set DATA_DIR to another folder.';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return {
      when: 'never',
      text: `The folder ${dataDir} (DATA_DIR) can not be written to by this user (${code}). Give the user that right, ${other}`,
    };
  if (['ENOTDIR', 'EEXIST'].includes(code))
    return { when: 'never', text: `${dataDir} (DATA_DIR) is no folder. Move the file away, ${other}` };
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return { when: 'never', text: `The disk of ${dataDir} (DATA_DIR) is full. Make room, ${other}` };
  if (['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
    return {
      when: 'never',
      text: `The file system of ${dataDir} (DATA_DIR) can not hold the database's lock (${code}). Use a local disk: set DATA_DIR to a folder on one.`,
    };
  return {
    when: 'never',
    text: `The database in ${dataDir} (DATA_DIR) could not be opened: ${said}. Put a copy of the folder back, ${other}`,
  };
}
