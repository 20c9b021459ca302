import { beforeEach, expect, test } from 'vitest';
import { giveGuessesBack, takeGuess } from '#lib/auth/guess-budget.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const account = 'account-digest';
const guessOf = (network: string | number) => ({ account, network: `network ${network}` });

describeOnEachDatabase('guesses of unknown networks', (database) => {
  beforeEach(() => database().clear());
  const take = (network: string | number) => takeGuess(database().db, guessOf(network));

  test('one network has four, ten have thirteen together, and an eleventh still gets one', async () => {
    const looked = new Map<number, number>();
    for (let turn = 0; turn < 12; turn += 1)
      for (let network = turn === 0 ? 0 : 9; network >= 0 && network < 10; network += turn === 0 ? 99 : -1)
        if ((await take(network)) === null) looked.set(network, (looked.get(network) ?? 0) + 1);
    const counts = [...looked.values()];
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
    expect(counts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(13);
    expect(await take('owner')).toBeNull();
  });

  test('two hundred networks at once have fourteen together, and each is told to wait a minute at most', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => take(n)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(14);
    expect(answers.every((answer) => answer === null || (answer.isFirst && answer.wait <= 60))).toBe(true);
  });

  test('what one network is given back, others do not gain', async () => {
    for (let n = 0; n < 20; n += 1) await take(n);
    expect(await take('late')).not.toBeNull();
    await giveGuessesBack(database().db, guessOf(0));
    expect(await take('late')).toBeNull();
    expect(await take('later')).not.toBeNull();
  });

  test('accounts do not share a budget', async () => {
    for (let n = 0; n < 20; n += 1) await take(n);
    expect(await takeGuess(database().db, { account: 'another', network: 'network 1' })).toBeNull();
  });
});
