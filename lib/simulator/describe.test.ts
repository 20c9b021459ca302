import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { sendByHand } from '#lib/simulator/hand-signed.ts';

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
