import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { checkCredentials, getConnection } from '#lib/connection/service.ts';
import type { Database } from '#lib/db/client.ts';
import { events } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { createGateway, type Gateway } from '#lib/tencent/gateway.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const as = (role: Viewer['role']): Viewer => ({
  id: `person-${role}`,
  name: role,
  email: `${role}@acme.com`,
  role,
  sessionId: `session-${role}`,
  address: '127.0.0.1',
});
const [admin, support] = [as('admin'), as('support')];
const app = { id: '1400000000', name: 'Main line' };

let simulator: Simulator;
const gateways: Gateway[] = [];
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(async () => {
  for (const gateway of gateways) gateway.close();
  await simulator.stop();
});

/** Facts of the connection are not stored, so a database that is asked for them is a mistake. */
const noDatabase = new Proxy({} as Database, {
  get: () => {
    throw new Error('The connection asked the database.');
  },
});

type Change = { secretKey?: string; endpoint?: string; appId?: string; db?: Database };

function contextWith(change: Change = {}): Context {
  const {
    secretKey = simulator.credentials.secretKey,
    endpoint = simulator.endpoint,
    appId = app.id,
    db = noDatabase,
  } = change;
  const credentials = { ...simulator.credentials, secretKey, source: 'environment' } as const;
  const gateway = createGateway({ endpoint: new URL(endpoint), credentials });
  gateways.push(gateway);
  return {
    db,
    gateway,
    ...appsOf(noDatabase, [{ ...app, id: appId }]),
    owner: 'process-under-test',
    soleProcess: true,
    allowHttpCallbacks: false,
    sendsPerSecond: 20,
    hiddenPartKey: () => 'a key for tests',
    horizonMs: lateArrivalMs,
    failPoint: null,
  };
}

async function checked(context: Context) {
  const result = await checkCredentials(context, admin);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('the facts of the connection', () => {
  it('tell both roles where requests go, and of the key only its masked id', async () => {
    for (const viewer of [admin, support]) {
      const facts = await getConnection(contextWith(), viewer);
      expect(facts).toMatchObject({
        ok: true,
        value: {
          simulated: true,
          credentialSource: 'environment',
          proxy: null,
          clockOffsetMs: 0,
          apps: [app],
        },
      });
      const { secretId, secretKey } = simulator.credentials;
      for (const secret of [secretId, secretKey]) expect(JSON.stringify(facts)).not.toContain(secret);
    }
  });
});

describeOnEachDatabase('checking the credentials', (database) => {
  const contextOf = (change: Change = {}) => contextWith({ db: database().db, ...change });
  beforeEach(() => database().clear());

  it('is for admins alone, and sends nothing for anybody else', async () => {
    const before = (await simulator.control.log()).length;
    expect(await checkCredentials(contextOf(), support)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await simulator.control.log()).toHaveLength(before);
  });

  it('reads once, changes nothing, and tells that the key works', async () => {
    const before = (await simulator.control.log()).length;
    expect(await checked(contextOf())).toMatchObject({ verdict: 'works', code: null, clockSkewMs: null });
    const sent = (await simulator.control.log()).slice(before);
    expect(sent.map(({ action }) => action)).toEqual(['DescribeNumbers']);
    expect(await database().db.select().from(events)).toMatchObject([
      { kind: 'check', actorId: admin.id, details: { verdict: 'works', code: null } },
    ]);
  });

  it('pressed five times at once reads once', async () => {
    const before = (await simulator.control.log()).length;
    const context = contextOf();
    const answers = await Promise.all(Array.from({ length: 5 }, () => checked(context)));
    expect(new Set(answers.map(({ requestId }) => requestId)).size).toBe(1);
    expect(await simulator.control.log()).toHaveLength(before + 1);
  });

  it('tells a wrong key and an app of somebody else with code and RequestId, and repeats no secret', async () => {
    const wrong = await checked(contextOf({ secretKey: 'certainly-not-the-key' }));
    expect(wrong).toMatchObject({ verdict: 'refused', code: 'AuthFailure.SignatureFailure' });
    expect(wrong.requestId).toBeTruthy();
    expect(JSON.stringify(wrong)).not.toContain('certainly-not-the-key');
    expect(await checked(contextOf({ appId: '1499999999' }))).toMatchObject({
      verdict: 'refused',
      code: 'InvalidParameterValue.InstanceNotExist',
    });
  });

  it('names a clock that is off, and still tells whether the key works', async () => {
    await simulator.control.setClock(600_000);
    const context = contextOf();
    const answer = await checked(context);
    await simulator.control.setClock(0);
    expect(answer.verdict).toBe('works');
    expect(Math.abs((answer.clockSkewMs ?? 0) - 600_000)).toBeLessThan(20_000);
    expect(await getConnection(context, support)).toMatchObject({
      value: { clockOffsetMs: answer.clockSkewMs },
    });
  });

  it('tells that nothing was sent where nobody listens', async () => {
    expect(await checked(contextOf({ endpoint: 'http://127.0.0.1:1' }))).toMatchObject({
      verdict: 'not_sent',
      code: 'NotSent.ConnectionRefused',
      requestId: null,
    });
  });
});
