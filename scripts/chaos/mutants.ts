/** A mistake as somebody might make it, and the schedule of `npm run chaos` that has to notice. */
export type PlantedBug = {
  name: string;
  /** Each text occurs once in its file, which a test makes sure of. */
  edits: readonly { file: string; find: string; put: string }[];
  /** Faults of the schedule, as `npm run chaos -- --faults` takes them. */
  faults: string;
  database: 'embedded' | 'postgres';
};

const attempt = 'lib/delivery/store-attempt.ts';
const binding = 'lib/bind-number/store-binding.ts';
const claim = 'lib/delivery/store-claim.ts';
const recovery = 'lib/delivery/store-recovery.ts';

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'the write-ahead is skipped',
    edits: [
      {
        file: attempt,
        find: 'await tx.insert(attempts).values({ ...attempt, bindingId, appId, number, leaseUntil, committedAt: now() });',
        put: 'void [tx, attempt, bindingId, appId, number, leaseUntil];',
      },
    ],
    faults: '2',
    database: 'postgres',
  },
  {
    name: 'a lost answer is called refused',
    edits: [
      {
        file: 'lib/tencent/errors.ts',
        find: "return { ...nothing, outcome: 'unknown', httpStatus, code: exchange.code };",
        put: "return { ...nothing, outcome: 'refused', httpStatus, code: exchange.code };",
      },
    ],
    faults: '2,4',
    database: 'embedded',
  },
  {
    name: 'an unknown line is sent again without a flag',
    edits: [
      {
        file: 'lib/delivery/store-repeat.ts',
        find: 'await writeAhead(tx, current, { n, why, owner, bodySha256 });',
        put: "await writeAhead(tx, current, { n, why: why === 'reassert' ? 'retry' : why, owner, bodySha256 });",
      },
    ],
    faults: '2,3',
    database: 'embedded',
  },
  {
    name: 'an unknown line is sent again without end',
    edits: [
      {
        file: 'lib/batches/store-unknown.ts',
        find: 'export const mostReasserts = 2;',
        put: 'export const mostReasserts = 20;',
      },
    ],
    faults: '13',
    database: 'embedded',
  },
  {
    name: 'the lease is not looked at before sending',
    edits: [
      {
        file: 'lib/delivery/send.ts',
        find: 'notAfterMs = await lease.lasts(deadlineMs);',
        put: 'notAfterMs = Number.POSITIVE_INFINITY;',
      },
    ],
    faults: '23',
    database: 'postgres',
  },
  {
    name: 'an outcome that could not be stored is told as if it were',
    edits: [
      {
        file: 'lib/delivery/send.ts',
        find: 'return settled ?? asStored(context, binding);',
        put: 'return settled ?? { ...binding, state };',
      },
    ],
    faults: '26',
    database: 'postgres',
  },
  {
    name: 'nobody holds a number while sending to it',
    edits: [
      { file: binding, find: "if (facts.open?.state === 'sending') return { kind: 'busy' };", put: '' },
      {
        file: binding,
        find: 'if ((facts.newest?.id ?? null) !== options.seen) return',
        put: 'if (facts === null) return',
      },
      {
        file: 'lib/db/migrations/0000_init.sql',
        find: 'CREATE UNIQUE INDEX "attempts_one_in_flight"',
        put: 'CREATE INDEX "attempts_one_in_flight"',
      },
    ],
    faults: '19',
    database: 'postgres',
  },
  {
    name: 'recovery calls what was interrupted refused',
    edits: [
      {
        file: recovery,
        find: ".set({ ...interrupted, finishedAt, outcome: 'unknown' })",
        put: ".set({ ...interrupted, finishedAt, outcome: 'refused' })",
      },
      {
        file: recovery,
        find: ".set({ ...interrupted, state: 'unknown', settledAt: finishedAt })",
        put: ".set({ ...interrupted, state: 'refused', settledAt: finishedAt })",
      },
    ],
    faults: '21',
    database: 'embedded',
  },
  {
    name: 'any answer with status 200 is taken for success',
    edits: [
      {
        file: 'lib/tencent/errors.ts',
        find: "return { outcome: 'unknown', httpStatus, code: 'Unknown.UnexpectedAnswer', message, requestId };",
        put: "return { outcome: 'bound', httpStatus, code: null, message, requestId };",
      },
    ],
    faults: '8,9',
    database: 'embedded',
  },
  {
    name: 'every process keeps a pace of its own',
    edits: [
      {
        file: 'lib/rate-limit/reserve-slot.ts',
        find: 'return { atMs: clock.toMonotonic(Number(granted.at)), name: granted.name };',
        put: 'return { atMs: monotonicMs() + 1000 / perSecond, name: granted.name };',
      },
    ],
    faults: '27',
    database: 'postgres',
  },
  {
    name: 'a batch overwrites what somebody changed meanwhile',
    edits: [
      {
        file: claim,
        find: 'if (!isAsSeen(queued, facts.newest)) {',
        put: 'if (facts.newest?.id === queued.id && !isAsSeen(queued, facts.newest)) {',
      },
    ],
    faults: '19',
    database: 'embedded',
  },
  {
    name: 'a batch is stored in pieces',
    edits: [
      {
        file: 'lib/batches/store-start.ts',
        find: 'return await db.transaction(async (tx): Promise<Started> => {',
        put: 'return await (async (run: (tx: Database) => Promise<Started>) => run(db))(async (tx) => {',
      },
    ],
    faults: '25',
    database: 'embedded',
  },
  {
    name: 'a key is forgotten as soon as it was used',
    edits: [
      {
        file: binding,
        find: "        ...wanted,\n        ...maskedOf(wanted),\n        ...previousOf(facts),\n        id: makeBindingId(createdAt),\n        createdAt,\n        state: 'sending',",
        put: "        ...wanted,\n        ...maskedOf(wanted),\n        ...previousOf(facts),\n        id: makeBindingId(createdAt),\n        idempotencyKey: makeBindingId(createdAt),\n        createdAt,\n        state: 'sending',",
      },
    ],
    faults: '18',
    database: 'embedded',
  },
  {
    name: 'a refused key burns the batch red',
    edits: [
      {
        file: 'lib/batches/store.ts',
        find: 'export const mostFaultsInARow = 5;',
        put: 'export const mostFaultsInARow = 5_000;',
      },
    ],
    faults: '15',
    database: 'embedded',
  },
  {
    name: 'a throttled line is given up',
    edits: [
      { file: 'lib/delivery/send-queued.ts', find: 'const mostTurns = 20;', put: 'const mostTurns = 1;' },
    ],
    faults: '12',
    database: 'embedded',
  },
];
