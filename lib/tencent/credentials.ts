import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { EnvironmentProblem } from '#lib/server/environment.ts';
import { readProfile } from '#lib/tencent/profile.ts';

export type Credentials = {
  secretId: string;
  secretKey: string;
  /** Only with temporary credentials; sent, but not part of the signature. */
  token: string | null;
  source: 'environment' | 'profile' | 'simulator';
};

/** A value with the name under which the person who set it will look for it. */
type Named = { name: string; value: string };

const named = (name: string, text: string | null | undefined): Named => ({ name, value: text?.trim() ?? '' });

const printableAscii = /^[\x21-\x7e]+$/;

/** White space in a pasted key is a documented cause of SecretIdNotFound, and a line break inside breaks a header. */
function flawOf({ name, value }: Named): EnvironmentProblem[] {
  if (value === '' || printableAscii.test(value)) return [];
  const flaw = /\s/.test(value)
    ? 'has a space or a line break inside'
    : 'has a control or non-ASCII character, which no key contains';
  return [{ variable: name, advice: `the value ${flaw}; copy it again` }];
}

function missing(wanted: Named, other: Named): EnvironmentProblem[] {
  if (wanted.value !== '' || other.value === '') return [];
  return [{ variable: wanted.name, advice: `give it together with ${other.name}, or give neither` }];
}

type Values = { secretId: Named; secretKey: Named; token: Named };

function toCredentials(
  { secretId, secretKey, token }: Values,
  source: Credentials['source'],
): Result<Credentials | null, EnvironmentProblem[]> {
  const problems = [
    ...missing(secretId, secretKey),
    ...missing(secretKey, secretId),
    ...[secretId, secretKey, token].flatMap(flawOf),
  ];
  if (problems.length > 0) return fail(problems);
  if (secretId.value === '') return ok(null);
  return ok({ secretId: secretId.value, secretKey: secretKey.value, token: token.value || null, source });
}

export type CredentialsInput = {
  /** Raw values of TENCENTCLOUD_SECRET_ID, _SECRET_KEY and _SESSION_TOKEN. */
  secretId: string | null;
  secretKey: string | null;
  sessionToken: string | null;
  /** The values are those of the built-in simulator. */
  simulated: boolean;
  /** Text of ~/.tencentcloud/credentials; null where there is none. */
  profileText: string | null;
};

/** The key to sign with: the environment's, else the profile file's, else null. Problems never hold a value. */
export function readCredentials(input: CredentialsInput): Result<Credentials | null, EnvironmentProblem[]> {
  const fromEnvironment = toCredentials(
    {
      secretId: named('TENCENTCLOUD_SECRET_ID', input.secretId),
      secretKey: named('TENCENTCLOUD_SECRET_KEY', input.secretKey),
      token: named('TENCENTCLOUD_SESSION_TOKEN', input.sessionToken),
    },
    input.simulated ? 'simulator' : 'environment',
  );
  if (!fromEnvironment.ok || fromEnvironment.value !== null || input.profileText === null)
    return fromEnvironment;
  const profile = readProfile(input.profileText);
  const fromFile = (key: string) => named(`~/.tencentcloud/credentials [default] ${key}`, profile.get(key));
  const values = {
    secretId: fromFile('secret_id'),
    secretKey: fromFile('secret_key'),
    token: fromFile('token'),
  };
  return toCredentials(values, 'profile');
}

/** Enough of an id to recognise it by, never most of it. */
export const maskSecretId = (secretId: string): string =>
  secretId.length < 16 ? `${secretId.slice(0, 2)}••••` : `${secretId.slice(0, 4)}••••${secretId.slice(-4)}`;
