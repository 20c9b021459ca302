import { expect, it } from 'vitest';
import { numbers } from '#lib/db/schema.ts';
import { parseNumbersSearch } from '#lib/numbers/search-params.ts';
import { listHosts, listHostUrls, listNumbers } from '#lib/numbers/service.ts';
import { ada, sue } from '#lib/testing/bindings/bench.ts';
import { expectAnswersTo } from '#lib/testing/db/hostile.ts';
import { describeBoard, listedLine, url } from '#lib/testing/numbers/board.ts';

describeBoard('pages of the board', ({ context, database, seed, list, found }) => {
  it('pages forth and back without a line skipped or seen twice, while lines arrive', async () => {
    await seed(
      [],
      Array.from({ length: 130 }, (_, index) => listedLine(String(5000 + index * 2), 1)),
    );
    const all = Array.from({ length: 130 }, (_, index) => String(5000 + index * 2));
    const pages = [await list({})];
    for (let page = pages[0]; page?.nextCursor; pages.push(page)) {
      // Behind the reader's back, where the page before ended.
      await database()
        .db.insert(numbers)
        .values(listedLine(`${Number(page.rows[0]?.number) + 1}`, 1));
      page = await list({ after: page.nextCursor });
    }
    expect(pages.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(all);
    expect(pages.at(-1)).toMatchObject({ nextCursor: null });
    const back = await list({ before: pages.at(-1)?.previousCursor ?? '' });
    expect(back.rows.map(({ number }) => number)).toEqual(expect.arrayContaining([all[124], all[102]]));
    expect(await found({ before: '1400000000.0' })).toEqual([]);
    expect(await found({ after: 'not ours', size: 50 })).toHaveLength(50);
  });

  it('answers whatever stands in the address', async () => {
    await seed([{ number: '8001', callbackUrl: url('a') }]);
    const names = ['app', 'label', 'state', 'host', 'not', 'group'];
    await expectAnswersTo(names, 100, async (params, text) => {
      const { search } = parseNumbersSearch(params);
      expect((await listNumbers(context(), ada, search)).ok).toBe(true);
      expect((await listHosts(context(), sue, search)).ok).toBe(true);
      expect((await listHostUrls(context(), ada, { host: text, search })).ok).toBe(true);
    });
    expect(await found({})).toEqual(['8001']);
  }, 120_000);
});
