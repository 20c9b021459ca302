import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/adapters';
import { digestOf } from '#lib/auth/secret.ts';

const withDigests = (query: { model: string; where: Where[] }): Where[] =>
  query.model === 'session' ? query.where.map(withDigest) : query.where;

function withDigest(condition: Where): Where {
  if (condition.field !== 'token') return condition;
  if (typeof condition.value === 'string') return { ...condition, value: digestOf(condition.value) };
  if (Array.isArray(condition.value)) {
    return { ...condition, value: condition.value.map((token) => digestOf(String(token))) };
  }
  return condition;
}

/** The token a query asks for, so that the row found can carry it instead of its digest. */
const askedToken = (where: Where[]): string | undefined => {
  const value = where.find((condition) => condition.field === 'token')?.value;
  return typeof value === 'string' ? value : undefined;
};

function wrap<Adapter extends DBTransactionAdapter>(adapter: Adapter): Adapter {
  return {
    ...adapter,
    async create(query) {
      const token: unknown = query.data.token;
      if (query.model !== 'session' || typeof token !== 'string') return adapter.create(query);
      const row = await adapter.create({ ...query, data: { ...query.data, token: digestOf(token) } });
      return { ...row, token };
    },
    async findOne(query) {
      const row = await adapter.findOne({ ...query, where: withDigests(query) });
      const token = askedToken(query.where);
      return query.model === 'session' && row && token ? { ...row, token } : row;
    },
    findMany: ({ where = [], ...query }) =>
      adapter.findMany({ ...query, where: withDigests({ model: query.model, where }) }),
    update: (query) => adapter.update({ ...query, where: withDigests(query) }),
    updateMany: (query) => adapter.updateMany({ ...query, where: withDigests(query) }),
    delete: (query) => adapter.delete({ ...query, where: withDigests(query) }),
    deleteMany: (query) => adapter.deleteMany({ ...query, where: withDigests(query) }),
    consumeOne: (query) => adapter.consumeOne({ ...query, where: withDigests(query) }),
  };
}

/**
 * Puts a digest in the place of every session token on its way into the database, so that whoever reads a dump
 * holds no session. better-auth keeps tokens as they are and offers no switch for it.
 *
 * Limit: rows of `findMany` carry digests, so a session is ended by user or by id, never by a listed token.
 */
export const hashSessionTokens = (adapter: DBAdapter): DBAdapter => ({
  ...wrap(adapter),
  transaction: (run) => adapter.transaction((inside) => run(wrap(inside))),
});
