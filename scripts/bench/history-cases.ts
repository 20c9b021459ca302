import type { HistorySearch } from '#lib/history/schema.ts';

/** One thing that history is asked for, and what somebody would write by hand to ask the same of the same tables. */
export type HistoryCase = {
  name: string;
  search: HistorySearch;
  /** The condition of the statement written by hand; empty for all rows. */
  where: string;
  /** Its order, where it is not by time. */
  orderBy?: string;
  /** Not answered from an index: the term has no three characters in a row. */
  unindexed?: true;
};

const oneList = (name: string, search: HistorySearch, where: string): HistoryCase => ({
  name,
  search,
  where,
});

const filters: HistoryCase[] = [
  oneList('outcome: bound', { outcome: ['bound'] }, `state = 'bound'`),
  oneList('outcome: unknown', { outcome: ['unknown'] }, `state = 'unknown'`),
  oneList('outcome: queued (none)', { outcome: ['queued'] }, `state = 'queued'`),
  oneList('outcome is not: bound', { outcome: ['bound'], not: ['outcome'] }, `state <> 'bound'`),
  oneList('app', { app: ['1400000001'] }, `app_id = '1400000001'`),
  oneList('type: not sent', { type: ['none'] }, 'number_type is null'),
  oneList('actor', { actor: ['seed-person-7'] }, `actor_id = 'seed-person-7'`),
  oneList('actor is not', { actor: ['seed-person-1'], not: ['actor'] }, `actor_id <> 'seed-person-1'`),
  oneList('source: bulk', { source: ['bulk'] }, `source = 'bulk'`),
  oneList('source: external (none)', { source: ['external'] }, `source = 'external'`),
  oneList('host', { host: ['ivr.acme.example'] }, `callback_host = 'ivr.acme.example'`),
  oneList(
    'host, given up',
    { host: ['queue.sz-logistics.example'] },
    `callback_host = 'queue.sz-logistics.example'`,
  ),
  oneList(
    'two hosts, given up',
    { host: ['bot.sz-logistics.example', 'queue.sz-logistics.example'] },
    `callback_host in ('bot.sz-logistics.example', 'queue.sz-logistics.example')`,
  ),
  oneList(
    'outcome, app and actor',
    { outcome: ['refused'], app: ['1400000000'], actor: ['seed-person-2'] },
    `state = 'refused' and app_id = '1400000000' and actor_id = 'seed-person-2'`,
  ),
];

/** What depends on the data: a number, a batch, RequestIds and a token that are there, and a day. */
export type Known = {
  number: string;
  batch: string;
  requestId: string;
  earlierRequestId: string;
  token: string;
  from: string;
  to: string;
};

const found = (name: string, q: string, folded = q.toLowerCase()): HistoryCase => ({
  name: `search ${name}`,
  search: { q },
  where: `search_text like '%${folded.replace(/[\\%_]/g, '\\$&')}%'`,
});

const searches = ({ number, requestId, earlierRequestId, token }: Known): HistoryCase[] => [
  {
    ...found('a number as written', `+86 ${number.slice(4)}`),
    where: `(search_text like '%${number.slice(4)}%' or search_text like '%+86 ${number.slice(4)}%')`,
  },
  found('a number as sent', number),
  found('part of a number', number.slice(-7)),
  found('a common part of a URL', '/incoming'),
  found('a host', 'ivr.acme.example'),
  found('a host, given up', 'queue.sz-logistics'),
  found('a rare part of a URL', 'survey/incoming?tenant=1399'),
  {
    ...found('a secret of a URL', token),
    where: `search_secret_url like '%${token}%'`,
  },
  found('a person', 'ada lin'),
  found('a Chinese name', '李静', '李李静静'),
  found('an address', 'person11@'),
  found('a RequestId', requestId),
  found('an earlier RequestId', earlierRequestId),
  found('part of a RequestId', requestId.slice(0, 8)),
  found('a code', 'InternalError'),
  found('a reason', 'OPS-7777'),
  found('a text that is nowhere', 'nothing like it'),
  { ...found('two characters', '12'), unindexed: true },
  { ...found('two characters that are nowhere', 'zq'), unindexed: true },
];

export function historyCases(known: Known): HistoryCase[] {
  const { from, to } = known;
  return [
    ...filters,
    oneList('number', { number: [known.number] }, `number = '${known.number}'`),
    oneList('batch', { batch: [known.batch] }, `batch_id = '${known.batch}'`),
    oneList(
      'batch is not',
      { batch: [known.batch], not: ['batch'] },
      `batch_id is distinct from '${known.batch}'`,
    ),
    oneList('one day', { from, to }, `created_at >= '${from}' and created_at < '${to}'`),
    { name: 'by number', search: { sort: 'number' }, where: '', orderBy: 'number desc, id desc' },
    {
      name: 'by duration',
      search: { sort: 'duration' },
      where: 'duration_ms is not null',
      orderBy: 'duration_ms desc, id desc',
    },
    {
      name: 'by duration, unknown only',
      search: { sort: 'duration', order: 'asc', outcome: ['unknown'] },
      where: `duration_ms is not null and state = 'unknown'`,
      orderBy: 'duration_ms, id',
    },
    ...searches(known),
  ];
}
