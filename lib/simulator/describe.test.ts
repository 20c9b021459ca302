import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { bindBody, sendByHand } from '#lib/simulator/hand-signed.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ apps: '1400000000=Main line,1400000001=Sales,1400000002' });
});
afterAll(() => simulator.stop());

const ask = async (action: string, parameters: unknown) => {
  const { text } = await sendByHand({
    endpoint: simulator.endpoint,
    action,
    body: JSON.stringify(parameters),
  });
  return JSON.parse(text).Response;
};

test('pages of numbers count from zero and together hold every line once', async () => {
  const pages = await Promise.all(
    [0, 1, 2, 3].map((PageNumber) =>
      ask('DescribeNumbers', { SdkAppId: 1400000000, PageNumber, PageSize: 4 }),
    ),
  );
  const numbers = pages.flatMap(({ Numbers }) => Numbers.map((line: { Number: string }) => line.Number));
  expect(pages.map(({ Numbers }) => Numbers.length)).toEqual([4, 4, 2, 0]);
  expect(new Set(numbers).size).toBe(pages[0].TotalCount);
  expect(numbers).toContain('0086075586013388');
});

test('states show which number is overdue and which is disabled', async () => {
  const { Numbers } = await ask('DescribeNumbers', { SdkAppId: 1400000001 });
  expect(Numbers.map((line: { State: number }) => line.State).sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 4]);
});

test('apps are told by name, all of them or those asked for', async () => {
  const all = await ask('DescribeCCCBuyInfoList', {});
  expect(all.SdkAppIdBuyList).toMatchObject([
    { Name: 'Main line' },
    { Name: 'Sales' },
    { Name: '1400000002' },
  ]);
  const one = await ask('DescribeCCCBuyInfoList', { SdkAppIds: [1400000001] });
  expect(one.SdkAppIdBuyList).toMatchObject([{ SdkAppId: 1400000001 }]);
});

test('an unknown app is refused by both lists', async () => {
  const unknown = { Error: { Code: 'InvalidParameterValue.InstanceNotExist' } };
  expect(await ask('DescribeNumbers', { SdkAppId: 1 })).toMatchObject(unknown);
  expect(await ask('DescribeCCCBuyInfoList', { SdkAppIds: [1] })).toMatchObject(unknown);
});

test('a list can be set, with a longest page that is refused or cut beyond', async () => {
  const lines = ['1', '2', '3'].map((number) => ({ Number: number, State: 1 }));
  const listing = { sdkAppId: '1400000001', lines, longestPage: 2 };
  const page = { SdkAppId: 1400000001, PageNumber: 0, PageSize: 3 };
  await simulator.control.setListing(listing);
  expect(await ask('DescribeNumbers', page)).toMatchObject({ Error: { Code: 'InvalidParameterValue' } });
  await simulator.control.setListing({ ...listing, beyond: 'cut' });
  expect(await ask('DescribeNumbers', page)).toMatchObject({ TotalCount: 3, Numbers: lines.slice(0, 2) });
  await simulator.control.reset();
  expect(await ask('DescribeNumbers', page)).toMatchObject({ TotalCount: 10 });
});

test('an app that nobody named is refused, or with --any-app has the same numbers at every start', async () => {
  const known = async (of: Simulator, SdkAppId: bigint) => {
    const body = `{"SdkAppId":${SdkAppId}}`;
    const { text } = await sendByHand({ endpoint: of.endpoint, action: 'DescribeNumbers', body });
    return JSON.parse(text).Response;
  };
  expect((await known(simulator, 1_400_812_345n)).Error.Code).toBe('InvalidParameterValue.InstanceNotExist');
  const open = await Promise.all([1, 2].map(() => startSimulator({ anyApp: true, strictWorld: true })));
  // Asked in another order, as after a restart.
  const [one, other] = open;
  if (!one || !other) throw new Error('unreachable');
  const ids = [1_400_812_345n, 7n, 9_007_199_254_740_991n, 1_400_000_000n];
  const first = [];
  for (const id of ids) first.push((await known(one, id)).Numbers);
  const again = [];
  for (const id of ids.toReversed()) again.unshift((await known(other, id)).Numbers);
  expect(again).toEqual(first);
  expect(first.map((numbers) => numbers.length)).toEqual([10, 10, 10, 10]);
  const [bindable] = first[0];
  const bound = await sendByHand({
    endpoint: one.endpoint,
    body: bindBody({ SdkAppId: 1_400_812_345, Number: bindable.Number, NumberType: 'number' }),
  });
  expect(bound.code).toBeNull();
  expect((await known(one, 0n)).Error.Code).toBe('InvalidParameterValue.InstanceNotExist');
  await Promise.all(open.map((each) => each.stop()));
});
