import { bindNumber } from '#lib/simulator/bind-number.ts';
import { describeBuyInfo, describeNumbers } from '#lib/simulator/describe.ts';
import type { Action } from '#lib/simulator/verdict.ts';

export const apiVersion = '2020-02-10';

export const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['BindNumberCallInInterface', bindNumber],
  ['DescribeNumbers', describeNumbers],
  ['DescribeCCCBuyInfoList', describeBuyInfo],
]);
