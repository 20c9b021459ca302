import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { ask } from '#e2e/attack/ask.ts';
import { callAction, returnedBy } from '#e2e/attack/call.ts';
import { type Ground, groundBatch, type ViewerName } from '#e2e/attack/matrix.ts';
import { type Rows, readRows, withDatabase } from '#e2e/attack/rows.ts';
import { admit, invite, signInCookie } from '#e2e/attack/visitors.ts';
import { session, user } from '#lib/db/schema/auth.ts';
import { batches } from '#lib/db/schema/batches.ts';
import { admin, type Console, freePort, serve } from '#lib/testing/console.ts';

export type Laid = {
  dataDir: string;
  port: number;
  ground: Ground;
  cookies: Record<ViewerName, string | undefined>;
  /** What the database held before anybody was refused. */
  before: Rows;
  remove(): Promise<void>;
};

/**
 * A console with something in it, stopped: one binding whose outcome is unknown, and a viewer of each kind. The
 * disabled one and the expired one still have their session rows, so that it is the check at each request that refuses.
 */
export async function layGround(): Promise<Laid> {
  const dataDir = await mkdtemp(join(tmpdir(), 'patchboard-matrix-'));
  const port = await freePort();
  const running = await serve({ dataDir, port });
  const laid = await fill(running).finally(running.stop);
  const before = await withDatabase(dataDir, async (db) => {
    await db.update(user).set({ banned: true }).where(eq(user.email, 'disabled@example.net'));
    await db
      .update(session)
      .set({ expiresAt: new Date(0) })
      .where(eq(session.userId, laid.expiredId));
    await db.insert(batches).values(stoppedBatch(laid.ground.adminId));
    return readRows(db);
  });
  return { ...laid, dataDir, port, before, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

async function fill({ origin, simulator }: Console) {
  const cookie = await signInCookie(origin, admin);
  const person = (name: string) =>
    admit(origin, cookie, { name, email: `${name.toLowerCase()}@example.net`, role: 'support' });
  const support = await person('Support');
  const disabled = await admit(origin, cookie, { name: 'D', email: 'disabled@example.net', role: 'admin' });
  const expired = await admit(origin, cookie, { name: 'E', email: 'expired@example.net', role: 'admin' });
  const invited = await invite(origin, cookie, { name: 'I', email: 'invited@example.net', role: 'support' });
  await simulator.control.addFault({ fault: { kind: 'reset', applied: false } });
  const bound = await callAction(origin, 'bindNumber', [unknownBinding()], { cookie });
  const bindingId = returnedBy<{ binding: { id: string } }>(bound).binding.id;
  const history = await ask(origin, { path: `/api/bindings/${bindingId}`, headers: { cookie } });
  const { actor, state } = JSON.parse(history.body) as { actor: { id: string }; state: string };
  if (state !== 'unknown') throw new Error(`The binding of the ground is ${state} instead of unknown.`);
  const ground = { supportId: support.id, adminId: actor.id, invitedId: invited.id, bindingId };
  const cookies = {
    anonymous: undefined,
    admin: cookie,
    support: support.cookie,
    disabled: disabled.cookie,
    expired: expired.cookie,
  };
  return { ground, cookies, expiredId: expired.id };
}

/** A batch that will never send. */
const stoppedBatch = (actorId: string): typeof batches.$inferInsert => ({
  id: groundBatch,
  kind: 'bind',
  actorId,
  actorName: 'Ada',
  actorEmail: admin.email,
  idempotencyKey: randomUUID(),
  fingerprint: '0'.repeat(64),
  total: 0,
  createdAt: new Date(),
  state: 'stopped',
  changedAt: new Date(),
});

const unknownBinding = () => ({
  idempotencyKey: randomUUID(),
  appId: '1400000000',
  number: '0086075586013389',
  numberType: null,
  callbackUrl: 'https://hooks.acme.com/first',
  reason: null,
  seen: null,
  source: 'form',
  restoresBindingId: null,
  sendUnchanged: false,
});
