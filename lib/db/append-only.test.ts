import { randomUUID } from 'node:crypto';
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { batches } from '#lib/db/schema/batches.ts';
import { attempts, bindings } from '#lib/db/schema/bindings.ts';
import { type BatchState, batchStates } from '#lib/domain/batch.ts';
import { attemptOutcomes, type BindingState, bindingStates } from '#lib/domain/outcome.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { attemptRow, bindingRow } from '#lib/testing/db/rows.ts';

const transitions: Record<BindingState, BindingState[]> = {
  queued: ['sending', 'refused', 'unsent'],
  sending: ['queued', 'sending', 'bound', 'refused', 'unknown'],
  unknown: ['unknown', 'sending', 'bound'],
  bound: [],
  refused: [],
  unsent: [],
  denied: [],
};

const outcomePart = [
  'state',
  'settledAt',
  'code',
  'message',
  'requestId',
  'earlierRequestIds',
  'durationMs',
  'attemptCount',
];
const findingPart = [
  ...['leaseUntil', 'signedAt', 'bodySha256', 'finishedAt', 'durationMs'],
  ...['outcome', 'httpStatus', 'code', 'message', 'requestId', 'clockSkewMs'],
];

/** Another value of the same type, for any column. */
function otherValue(column: { dataType: string }): SQL | number {
  if (column.dataType === 'date') return sql`'2030-01-01T00:00:00Z'::timestamptz`;
  if (column.dataType === 'json') return sql`'{"something": "else"}'::jsonb`;
  return column.dataType === 'number' ? 77 : sql`'something else'`;
}

/** The trigger's own refusal, and not some other failure of the statement. */
const refusal = (message: RegExp) => ({
  cause: expect.objectContaining({ code: '23001', message: expect.stringMatching(message) }),
});

describeOnEachDatabase('append-only history', (database) => {
  const insert = async (state: BindingState) => {
    const row = bindingRow({ state });
    await database().withoutGuards(async (db) => void (await db.insert(bindings).values(row)));
    return row;
  };
  const update = (id: string, change: Partial<Record<string, unknown>>) =>
    database().db.update(bindings).set(change).where(eq(bindings.id, id));

  it.each(bindingStates)(
    'a binding that begins as %s is stored only where that is a beginning',
    async (state) => {
      const storing = database().db.insert(bindings).values(bindingRow({ state }));
      if (['queued', 'sending', 'denied'].includes(state)) await storing;
      else await expect(storing).rejects.toMatchObject(refusal(/cannot begin/));
    },
  );

  for (const from of bindingStates) {
    it(`a ${from} binding becomes ${transitions[from].join(', ') || 'nothing else'}`, async () => {
      for (const to of bindingStates) {
        const { id } = await insert(from);
        if (transitions[from].includes(to)) await update(id, { state: to });
        else await expect(update(id, { state: to }), to).rejects.toMatchObject(refusal(/cannot become/));
      }
    });
  }

  it('what was wanted never changes, whatever the column', async () => {
    const { id } = await insert('sending');
    for (const [name, column] of Object.entries(getTableColumns(bindings))) {
      if (outcomePart.includes(name)) continue;
      await expect(update(id, { [name]: otherValue(column) }), name).rejects.toMatchObject(
        refusal(/only its outcome/),
      );
    }
  });

  it('the outcome of an open binding can be written', async () => {
    const { id } = await insert('sending');
    await update(id, {
      ...{
        state: 'bound',
        settledAt: new Date(),
        code: null,
        message: 'ok',
        requestId: 'r',
        durationMs: 12,
        attemptCount: 2,
      },
    });
    await expect(update(id, { message: 'better' })).rejects.toMatchObject(refusal(/is bound/));
  });

  it('attempts of a binding are never counted down', async () => {
    const { id } = await insert('sending');
    await update(id, { attemptCount: 2 });
    await expect(update(id, { attemptCount: 1 })).rejects.toMatchObject(refusal(/fewer/));
  });

  it.each(['delete from bindings', 'delete from attempts', 'truncate bindings cascade', 'truncate attempts'])(
    'history refuses: %s',
    async (statement) => {
      const binding = await insert('sending');
      await database().db.insert(attempts).values(attemptRow(binding));
      await expect(database().db.execute(sql.raw(statement))).rejects.toMatchObject(refusal(/never removed/));
    },
  );

  it('a delete is refused even where no row matches', async () => {
    await expect(database().db.delete(bindings).where(eq(bindings.id, 'none'))).rejects.toMatchObject(
      refusal(/never/),
    );
  });
});

const batchTransitions: Record<BatchState, BatchState[]> = {
  running: ['running', 'paused', 'stopped', 'done'],
  paused: ['paused', 'running', 'stopped'],
  stopped: ['stopped', 'running'],
  done: ['done', 'running'],
};
const progressPart = ['state', 'changedBy', 'changedAt', 'pauseCode', 'failStreak', 'finishedAt'];

describeOnEachDatabase('append-only batches', (database) => {
  const insert = async (state: BatchState) => {
    const id = randomUUID();
    const row = {
      id,
      kind: 'bind',
      idempotencyKey: id,
      fingerprint: '0'.repeat(64),
      total: 3,
      state,
    } as const;
    const actor = { actorId: 'admin-1', actorName: 'Ada', actorEmail: 'ada@example.com' };
    await database()
      .db.insert(batches)
      .values({ ...row, ...actor, createdAt: new Date(), changedAt: new Date() });
    return id;
  };
  const update = (id: string, change: Partial<Record<string, unknown>>) =>
    database().db.update(batches).set(change).where(eq(batches.id, id));

  it('what a batch was to do, and who wanted it, never changes', async () => {
    const id = await insert('running');
    for (const [name, column] of Object.entries(getTableColumns(batches))) {
      if (progressPart.includes(name)) continue;
      await expect(update(id, { [name]: otherValue(column) }), name).rejects.toMatchObject(
        refusal(/only its progress/),
      );
    }
    await update(id, {
      state: 'paused',
      changedBy: 'Ada',
      changedAt: new Date(),
      pauseCode: 'x',
      failStreak: 3,
    });
  });

  it('a batch goes on as its states allow', async () => {
    for (const from of batchStates) {
      for (const to of batchStates) {
        const id = await insert(from);
        if (batchTransitions[from].includes(to)) await update(id, { state: to });
        else
          await expect(update(id, { state: to }), `${from} ${to}`).rejects.toMatchObject(
            refusal(/cannot become/),
          );
      }
    }
  });

  it.each(['delete from batches', 'truncate batches cascade'])(
    'a batch is never removed: %s',
    async (statement) => {
      await insert('done');
      await expect(database().db.execute(sql.raw(statement))).rejects.toMatchObject(refusal(/never removed/));
    },
  );
});

describeOnEachDatabase('append-only attempts', (database) => {
  const update = (id: string, change: Partial<Record<string, unknown>>) =>
    database().db.update(attempts).set(change).where(eq(attempts.bindingId, id));
  const insert = async () => {
    const binding = bindingRow();
    await database().db.insert(bindings).values(binding);
    await database().db.insert(attempts).values(attemptRow(binding));
    return binding;
  };

  it('an attempt cannot begin finished', async () => {
    const binding = bindingRow();
    await database().db.insert(bindings).values(binding);
    const finished = attemptRow(binding, { finishedAt: new Date(), outcome: 'bound' });
    await expect(database().db.insert(attempts).values(finished)).rejects.toMatchObject(
      refusal(/begin finished/),
    );
  });

  it('which request it was never changes', async () => {
    const { id } = await insert();
    for (const [name, column] of Object.entries(getTableColumns(attempts))) {
      if (findingPart.includes(name)) continue;
      await expect(update(id, { [name]: otherValue(column) }), name).rejects.toMatchObject(
        refusal(/only its finding/),
      );
    }
  });

  it('finishing takes both a time and an outcome', async () => {
    const { id } = await insert();
    await expect(update(id, { finishedAt: new Date() })).rejects.toMatchObject(refusal(/takes a time/));
    await expect(update(id, { outcome: 'bound' })).rejects.toMatchObject(refusal(/takes a time/));
  });

  it.each(attemptOutcomes)('an attempt finished as %s is closed', async (outcome) => {
    const { id } = await insert();
    await update(id, { leaseUntil: new Date(), signedAt: 1_767_323_045, bodySha256: 'f'.repeat(64) });
    await update(id, {
      finishedAt: new Date(),
      outcome,
      durationMs: 5,
      httpStatus: 200,
      code: 'c',
      message: 'm',
    });
    await expect(update(id, { message: 'better' })).rejects.toMatchObject(refusal(/is finished/));
    await expect(update(id, { finishedAt: null, outcome: null })).rejects.toMatchObject(
      refusal(/is finished/),
    );
  });
});
