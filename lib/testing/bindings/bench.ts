import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import type { BindInput } from '#lib/bind-number/schema.ts';
import { bind, getNumberFacts } from '#lib/bind-number/service.ts';
import type { BindAnswer } from '#lib/bind-number/view.ts';
import { attempts } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import { createGateway, type Gateway } from '#lib/tencent/gateway.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { ada, ben, sue } from '#lib/testing/auth/viewer.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { describeOnEachDatabase, type TestDatabase } from '#lib/testing/db/database.ts';

export { ada, ben, sue };

export const app = { id: '1400000000', name: 'Main line' };

let taken = 0;
/** A landline that no other test of this file uses. */
export const freshNumber = (): string => {
  taken += 1;
  return `0086075586${String(100_000 + taken).slice(-6)}`;
};

export type Bench = {
  context: Context;
  database: TestDatabase;
  simulator: Simulator;
  gatewayTo(endpoint: string): Gateway;
  /** Binds as Ada after reading the facts, as the form does. */
  bindNow(rest: Partial<BindInput> & { number: string }): Promise<Settled>;
  seenOf(number: string): Promise<string | null>;
  arrivals(number: string): Promise<Awaited<ReturnType<Simulator['control']['log']>>>;
  faultOn(number: string, fault: ProgramInput['fault'], times?: number): Promise<number>;
  attemptsOf(bindingId: string): Promise<(typeof attempts.$inferSelect)[]>;
};

export type Settled = Extract<BindAnswer, { kind: 'settled' }>;

export function settledOf(answer: Awaited<ReturnType<typeof bind>>): Settled {
  if (!answer.ok || answer.value.kind !== 'settled')
    throw new Error(`Not settled: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Describes the tests on both databases, each with a simulator and a gateway of its own. */
export function describeWithProvider(
  name: string,
  tests: (bench: () => Bench, kind: 'embedded' | 'postgres') => void,
): void {
  describeOnEachDatabase(name, (database, kind) => {
    let bench: Bench | undefined;
    const gateways: Gateway[] = [];
    beforeAll(async () => {
      const simulator = await startSimulator();
      const gatewayTo = (endpoint: string): Gateway => {
        const credentials = { ...simulator.credentials, source: 'simulator' } as const;
        const gateway = createGateway({ endpoint: new URL(endpoint), credentials });
        gateways.push(gateway);
        return gateway;
      };
      bench = makeBench(database(), simulator, gatewayTo);
    });
    afterAll(async () => {
      for (const gateway of gateways) gateway.close();
      await bench?.simulator.stop();
    });
    tests(() => {
      if (!bench) throw new Error('The bench stands only inside tests and hooks.');
      return bench;
    }, kind);
  });
}

function makeBench(database: TestDatabase, simulator: Simulator, gatewayTo: Bench['gatewayTo']): Bench {
  const context: Context = {
    db: database.db,
    gateway: gatewayTo(simulator.endpoint),
    ...appsOf(database.db, [app]),
    owner: 'process-under-test',
    soleProcess: database.kind === 'embedded',
    allowHttpCallbacks: false,
    sendsPerSecond: 20,
    hiddenPartKey: () => 'a key for tests',
    horizonMs: lateArrivalMs,
    failPoint: null,
  };
  const seenOf = async (number: string) => {
    const facts = await getNumberFacts(context, ada, { appId: app.id, number });
    return facts.ok ? facts.value.newestBindingId : null;
  };
  const { control } = simulator;
  return {
    context,
    database,
    simulator,
    gatewayTo,
    seenOf,
    bindNow: async (rest) =>
      settledOf(await bind(context, ada, wants({ seen: await seenOf(rest.number), ...rest }))),
    arrivals: async (number) => (await control.log()).filter((entry) => entry.number === number),
    faultOn: (number, fault, times = 1) => control.addFault({ when: { number }, times, fault }),
    attemptsOf: (bindingId) =>
      database.db.select().from(attempts).where(eq(attempts.bindingId, bindingId)).orderBy(attempts.n),
  };
}
