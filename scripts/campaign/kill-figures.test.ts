import { expect, test } from 'vitest';
import { makeTrueHistory } from '#lib/testing/campaign/history.ts';
import { isGood, longestMs, measure } from '#scripts/campaign/kill-figures.ts';
import type { Kill } from '#scripts/campaign/kill-victim.ts';

const life = (readyAtMs: number | null, killedAtMs: number): Kill => ({
  victim: 'server',
  place: 'at some moment',
  startedAtMs: 0,
  readyAtMs,
  killedAtMs,
});

/** Lines of the true history wait from 100 on; requests arrive at 150, 1,100, 10,050, 20,050, 30,050 and 40,050. */
const measured = (kills: Kill[], peaceFromMs = 0) =>
  measure({ kills, history: makeTrueHistory(), peaceFromMs });

test('the silence after a restart lasts until the next request, whoever sent it', () => {
  expect(measured([life(120, 1_500), life(1_400, 50_000)]).nextSendMs).toEqual([30, 8_650]);
});

test('a process that was killed before it could send is measured from the next one', () => {
  expect(measured([life(1_300, 1_350), life(null, 1_380), life(9_050, 50_000)]).nextSendMs).toEqual([1_000]);
});

test('where nothing waits no silence counts', () => {
  expect(measured([life(45_000, 50_000)]).nextSendMs).toEqual([]);
});

test('what a kill has cut is open until somebody settles it', () => {
  const { settledMs, settledInPeaceMs } = measured([life(50, 2_000)], 8_999);
  expect(settledMs).toEqual([7_000, 7_000, 7_000]);
  expect(settledInPeaceMs).toEqual(settledMs);
});

test('a campaign is good when all was kept in time', () => {
  const figures = { nextSendMs: [longestMs.nextSend], settledMs: [], settledInPeaceMs: [] };
  expect(isGood({ violations: [] }, figures)).toBe(true);
  expect(isGood({ violations: ['one'] }, figures)).toBe(false);
  expect(isGood({ violations: [] }, { ...figures, nextSendMs: [longestMs.nextSend + 1] })).toBe(false);
  expect(isGood({ violations: [] }, { ...figures, settledMs: [longestMs.settled + 1] })).toBe(false);
  expect(isGood({ violations: [] }, { ...figures, settledInPeaceMs: [longestMs.settledInPeace + 1] })).toBe(
    false,
  );
});
