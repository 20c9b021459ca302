import { is } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Database } from '#lib/db/database.ts';

/**
 * On the transaction itself, under a name that all copies of this module share: server.ts opens the database, and Next's
 * bundles, which have copies of their own, use it.
 */
const tasksKey = Symbol.for('patchboard.after-commit');

type Task = () => void;
type WithTasks = { [tasksKey]?: Task[] };

/** Makes the transactions of this database run what `afterCommit` is given. Returns the same database. */
export function withCommitTasks(db: Database): Database {
  const begin = db.transaction.bind(db);
  db.transaction = async (work, config) => {
    const tasks: Task[] = [];
    const result = await begin((transaction) => {
      (transaction as WithTasks)[tasksKey] = tasks;
      withCommitTasks(transaction);
      return work(transaction);
    }, config);
    // A nested transaction hands its tasks to the one around it.
    for (const task of tasks) afterCommit(db, task);
    return result;
  };
  return db;
}

/**
 * Runs `task` once what `db` writes is committed: at once outside a transaction, never after a rollback. Where the connection
 * breaks during the commit, or the process ends right after it, the task does not run although the rows may be there.
 */
export function afterCommit(db: Database, task: Task): void {
  const tasks = (db as WithTasks)[tasksKey];
  if (tasks) tasks.push(task);
  else if (is(db, PgTransaction)) throw new Error('This database was opened without withCommitTasks.');
  else task();
}
