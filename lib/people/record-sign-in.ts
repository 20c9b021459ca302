import 'server-only';
import { type Counter, fullAnHour, recordRepeated } from '#lib/audit-log/repeated.ts';
import { recordEvent } from '#lib/audit-log/service.ts';
import { normaliseEmail } from '#lib/auth/accounts.ts';
import type { Auth } from '#lib/auth/better-auth.ts';
import { type SignedIn, signIn } from '#lib/auth/sign-in.ts';
import { digestOfAccount, digestOfNetwork } from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { actorIds, type MaybeSubject, type SignInAct } from '#lib/domain/recorded-event.ts';
import type { Result } from '#lib/domain/result.ts';
import { findPersonByEmail, findPersonRow, subjectOf } from '#lib/people/store.ts';
import { peerHeader } from '#lib/server/peer.ts';

/**
 * All failed sign-ins of an hour leave at most so many events and one that counts, and as many those that were held up, however many
 * accounts and networks take part.
 */
const failuresAnHour = 30;

/** `signIn`, recorded: who came in, or with whose email somebody tried. */
export async function signInRecorded(
  ground: { db: Database; auth: Auth },
  credentials: { email: string; password: string },
  requestHeaders: Headers,
): Promise<Result<SignedIn>> {
  const { db } = ground;
  const result = await signIn(ground, credentials, requestHeaders);
  if (result.ok) await recordSignedIn(db, result.value, { way: 'password', requestHeaders });
  else await recordFailure(db, credentials.email, { problem: result.problem, requestHeaders });
  return result;
}

type Way = Extract<SignInAct, { act: 'signed_in' }>['way'];

/** Records a session that has begun, before its cookie leaves. */
export async function recordSignedIn(
  db: Database,
  { userId, sessionId }: SignedIn,
  { way, requestHeaders }: { way: Way; requestHeaders: Headers },
): Promise<void> {
  const person = await findPersonRow(db, userId);
  if (!person) throw new Error('Who has just signed in is there.');
  const { name, email } = person;
  const actor = { id: userId, name, email, address: requestHeaders.get(peerHeader) };
  await recordEvent({ db }, actor, { kind: 'signIn', details: { act: 'signed_in', way, sessionId } });
}

async function recordFailure(
  db: Database,
  typed: string,
  { problem, requestHeaders }: { problem: Problem; requestHeaders: Headers },
): Promise<void> {
  // No longer than an email can be: the schema has seen to its form.
  const email = normaliseEmail(typed).slice(0, 254);
  const address = requestHeaders.get(peerHeader);
  const person = await findPersonByEmail(db, email);
  const subject: MaybeSubject = person ? subjectOf(person) : { personId: null };
  const details: SignInAct =
    problem.code === 'sign_in_failed'
      ? { act: 'failed', page: 'sign_in', ...subject }
      : { act: 'throttled', seconds: Number(problem.params?.seconds ?? 0), ...subject };
  const actor = { id: actorIds.unknown, name: '', email, address };
  const keyOf = (rest: string) => `${details.act}:${rest}`;
  const counters: [Counter, ...Counter[]] = [
    { scope: 'account', key: keyOf(`account:${digestOfAccount(email)}`), limit: fullAnHour },
    { scope: 'network', key: keyOf(`network:${digestOfNetwork(address)}`), limit: fullAnHour },
    { scope: 'all', key: keyOf('all'), limit: failuresAnHour },
  ];
  await recordRepeated({ db }, actor, { kind: 'signIn', details }, counters);
}
