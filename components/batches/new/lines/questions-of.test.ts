import { expect, test } from 'vitest';
import {
  type KnownNumbers,
  kindsOf,
  knownOfOpen,
  withFacts,
} from '#components/batches/new/lines/classify-lines.ts';
import { answersOf, applyChanges, type LineChange } from '#components/batches/new/lines/line-changes.ts';
import { answeredOf, questionsOf, readingsOf } from '#components/batches/new/lines/questions-of.ts';
import { type AppNumber, planLines } from '#lib/batches/lines/plan.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';

const appId = '1400000000';
const apps = [{ id: appId, name: 'Main line' }];
const callbackUrl = 'https://hooks.acme.com/in';

/** 15558675309 and its like are mainland mobiles and +1 numbers; 95588 is a bank and perhaps an internal number. */
const open = ['15558675309', '1-800-555-0199', '15012345678', '95588', '12345', '951234'];
const planOf = (
  numbers: readonly string[],
  changes: readonly LineChange[] = [],
  { known, home }: { known?: readonly AppNumber[]; home?: HomeCountry } = {},
) => {
  const lines = numbers.map((number, place) => ({
    ...{ line: place + 1, app: appId, number, numberType: '', callbackUrl },
  }));
  return planLines(applyChanges(lines, changes), {
    ...{ apps, allowHttp: false, answers: answersOf(changes) },
    ...(known && { known }),
    ...(home && { home }),
  });
};
const looked = (plan: ReturnType<typeof planOf>): KnownNumbers => {
  const keys = plan.flatMap((each) =>
    each.kind === 'ask' ? each.choices.map(({ sent }) => ({ appId, number: sent })) : [],
  );
  const read = { urls: [], people: [], facts: keys.map(() => null), listed: [], sendsPerSecond: 19 };
  return withFacts(new Map(), keys, read);
};
const questions = (plan: ReturnType<typeof planOf>) => questionsOf(plan, kindsOf(plan, looked(plan)));

test('lines that leave the same open are one question, and nothing is picked before it is answered', () => {
  const plan = planOf(open);
  expect(new Set(plan.map(({ kind }) => kind))).toEqual(new Set(['ask']));
  const found = questions(plan);
  expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(open.length);
  const mobiles = found.find(({ groups }) => groups.includes('+1'));
  expect(mobiles).toMatchObject({ count: 3, example: { typed: '15558675309' } });
  expect(new Set(mobiles?.groups)).toEqual(new Set(['CN mobile', '+1']));
  const short = found.find(({ groups }) => groups.includes('short'));
  expect(new Set(short?.groups)).toEqual(new Set(['short', 'internal']));
  // Numbers that are still looked up are no question yet.
  expect(questionsOf(plan, kindsOf(plan, new Map()))).toEqual([]);
});

test('a line that no group decides is no question for all lines: it keeps its own choice', () => {
  // With its bracketed zero and without, both are numbers of Italy.
  const plan = planOf(['+39 (0)3757074691', '15558675309']);
  expect(plan.map(({ kind }) => kind)).toEqual(['ask', 'ask']);
  expect(questions(plan).map(({ groups, count }) => [groups, count])).toEqual([[['CN mobile', '+1'], 1]]);
});

test('the home country orders the groups and hides none', () => {
  const [here] = questions(planOf(['15558675309']));
  const [there] = questions(planOf(['15558675309'], [], { home: 'US' }));
  expect(here?.groups).toEqual(['CN mobile', '+1']);
  expect(there?.groups).toEqual(['+1', 'CN mobile']);
  expect(there?.question).toBe(here?.question);
});

test('an answer reads all lines of its question, shows what was typed, and is told with the batch', () => {
  const question = questions(planOf(open)).find(({ groups }) => groups.includes('+1'))?.question ?? '';
  const answer: LineChange = { kind: 'answer', question, group: '+1' };
  const plan = planOf(open, [answer]);
  expect(plan.slice(0, 2)).toMatchObject([
    { kind: 'ready', number: '0015558675309', typed: { number: '15558675309' } },
    { kind: 'ready', number: '0018005550199', typed: { number: '1-800-555-0199' } },
  ]);
  expect(answeredOf(plan)).toEqual([{ question, group: '+1', lines: [1, 2, 3] }]);
  const sent = plan.filter(({ kind }) => kind === 'ready');
  expect(readingsOf(plan, sent)).toEqual([{ question, group: '+1', lines: '1-3' }]);
  expect(readingsOf(plan, [{ line: 2 }])).toEqual([{ question, group: '+1', lines: '2' }]);
  // And taken back.
  expect(planOf(open, [answer, { kind: 'answer', question, group: null }]).slice(0, 2)).toMatchObject([
    { kind: 'ask' },
    { kind: 'ask' },
  ]);
});

test('a choice for one line wins over the answer, and typing another number ends it', () => {
  const question = questions(planOf(open)).find(({ groups }) => groups.includes('+1'))?.question ?? '';
  const changes: LineChange[] = [
    { kind: 'answer', question, group: '+1' },
    { kind: 'choose', line: 1, key: '008615558675309' },
  ];
  expect(planOf(open, changes).slice(0, 2)).toMatchObject([
    { number: '008615558675309', reading: { settledBy: 'person', answered: null } },
    { number: '0018005550199', reading: { settledBy: 'answer' } },
  ]);
  const typed = planOf(open, [...changes, { kind: 'edit', line: 1, patch: { number: '15558675308' } }]);
  expect(typed[0]).toMatchObject({ number: '0015558675308' });
  const inner = planOf(['95588'], [{ kind: 'choose', line: 1, key: '95588 inner' }]);
  expect(inner[0]).toMatchObject({ kind: 'ready', number: '95588', numberType: 'inner' });
});

test('what the app already has settles lines without a question, and only where it has one of the meanings', () => {
  const numbers = ['15558675309', '15558675308', '95588'];
  const has = (number: string, numberType: AppNumber['numberType'] = 'number') => ({
    appId,
    number,
    numberType,
  });
  const plan = planOf(numbers, [], {
    known: [has('0015558675309'), has('0015558675308'), has('008615558675308'), has('95588', 'inner')],
  });
  expect(plan).toMatchObject([
    { kind: 'ready', number: '0015558675309', reading: { settledBy: 'known', isUnusual: false } },
    { kind: 'ask' },
    { kind: 'ready', number: '95588', numberType: 'inner' },
  ]);
  const other = planOf(numbers, [], {
    known: [{ appId: '1400000009', number: '0015558675309', numberType: null }],
  });
  expect(other[0]).toMatchObject({ kind: 'ask' });
});

test('which numbers settle a question is known only once all of them were looked up', () => {
  const plan = planOf(['15558675309']);
  expect(knownOfOpen(plan, new Map())).toBeNull();
  const keys = ['0015558675309', '008615558675309', '15558675309'].map((number) => ({ appId, number }));
  const read = { urls: [], people: [], facts: [null, null, null], listed: [0], sendsPerSecond: 19 };
  expect(knownOfOpen(plan, withFacts(new Map(), keys, read))).toEqual([
    { appId, number: '0015558675309', numberType: null },
  ]);
});

test('each line says what its number is, what is unusual, and which digits were changed', () => {
  const plan = planOf(['+6561234567.0', '0755 86013388', '400-820-8820', '+1 800 555 0199']);
  expect(plan).toMatchObject([
    {
      number: '006561234567',
      reading: { changes: expect.arrayContaining([expect.objectContaining({ act: 'removed' })]) },
    },
    { number: '0086075586013388', reading: { numberKind: 'landline', region: 'CN', isUnusual: false } },
    { reading: { numberKind: 'service', isUnusual: true } },
    { number: '0018005550199', reading: { numberKind: 'toll_free', settledBy: 'plus', isUnusual: false } },
  ]);
});
