import type { Environment } from '#lib/server/environment.ts';

/** Every secret of the environment, also the passwords that stand inside addresses. */
export const secretsOf = ({ tencent, authSecret, firstAdmin, databaseUrl, httpsProxy }: Environment) => [
  tencent.secretId,
  tencent.secretKey,
  tencent.sessionToken,
  authSecret,
  firstAdmin?.password ?? null,
  ...[databaseUrl, httpsProxy].flatMap((address) => [address, ...passwordOf(address)]),
];

/** As it is written and as it is meant: drivers decode it before they complain about it. */
function passwordOf(address: string | null): string[] {
  if (address === null || !URL.canParse(address)) return [];
  const { password } = new URL(address);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
