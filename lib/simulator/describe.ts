import { allowOnly, integerDigits, ParameterError, type Parameters } from '#lib/simulator/parameters.ts';
import type { ActionContext, Verdict } from '#lib/simulator/verdict.ts';
import type { World } from '#lib/simulator/world.ts';

/** DescribeNumbers: pages count from 0, 20 a page; like the original it tells no URL and no inner numbers. */
export function describeNumbers(parameters: Parameters, { world }: ActionContext): Verdict {
  allowOnly(parameters, ['SdkAppId', 'PageNumber', 'PageSize']);
  const sdkAppId = integerDigits(parameters, 'SdkAppId');
  const page = Number(integerDigits(parameters, 'PageNumber', '0'));
  const size = Number(integerDigits(parameters, 'PageSize', '20'));
  requireApp(world, sdkAppId);
  const listing = world.listing(sdkAppId);
  const longest = listing?.longestPage ?? Number.POSITIVE_INFINITY;
  if (size > longest && listing?.beyond === 'refused') {
    throw new ParameterError('InvalidParameterValue', `PageSize is larger than ${longest}.`);
  }
  const lines: unknown[] = listing?.lines ?? linesOf(world, sdkAppId);
  const step = Math.min(size, longest);
  const Numbers = lines.slice(page * step, (page + 1) * step);
  return { fields: { TotalCount: lines.length, Numbers }, change: null };
}

const linesOf = (world: World, sdkAppId: string) =>
  world
    .numbers(sdkAppId)
    .filter(({ numberType }) => numberType === 'number')
    .map(({ number, state }) => ({ Number: number, CallOutSkillGroupIds: [], State: state }));

/** DescribeCCCBuyInfoList: the apps by name, all of them when none is asked for. Seats and packages are left empty. */
export function describeBuyInfo(parameters: Parameters, { world }: ActionContext): Verdict {
  allowOnly(parameters, ['SdkAppIds']);
  const wanted = readIds(parameters.get('SdkAppIds') ?? []);
  for (const sdkAppId of wanted) requireApp(world, sdkAppId);
  const SdkAppIdBuyList = world.apps
    .filter(({ sdkAppId }) => wanted.length === 0 || wanted.includes(sdkAppId))
    .map(({ sdkAppId, name }) => ({
      SdkAppId: Number(sdkAppId),
      Name: name,
      StaffBuyNum: 0,
      StaffBuyList: [],
      PhoneNumBuyList: [],
      SipBuyNum: 0,
    }));
  return {
    fields: { TotalCount: SdkAppIdBuyList.length, SdkAppIdBuyList, PackageBuyList: [] },
    change: null,
  };
}

function readIds(value: unknown): string[] {
  if (!Array.isArray(value)) throw new ParameterError('InvalidParameter', 'SdkAppIds is not a list.');
  return value.map((id) => integerDigits(new Map([['SdkAppIds', id]]), 'SdkAppIds'));
}

function requireApp(world: World, sdkAppId: string): void {
  if (world.hasApp(sdkAppId)) return;
  throw new ParameterError(
    'InvalidParameterValue.InstanceNotExist',
    `The instance ${sdkAppId} does not exist.`,
  );
}
