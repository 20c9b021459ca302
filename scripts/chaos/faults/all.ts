import type { Fault } from '#scripts/chaos/fault.ts';
import { clockSkew } from '#scripts/chaos/faults/clock-skew.ts';
import { codes } from '#scripts/chaos/faults/codes.ts';
import { refusedKey } from '#scripts/chaos/faults/key.ts';
import { killed } from '#scripts/chaos/faults/killed.ts';
import { largeAnswers } from '#scripts/chaos/faults/large-answers.ts';
import { lateArrival } from '#scripts/chaos/faults/late-arrival.ts';
import { lostAnswers } from '#scripts/chaos/faults/lost-answers.ts';
import { oneIntent } from '#scripts/chaos/faults/one-intent.ts';
import { sharedQuota } from '#scripts/chaos/faults/quota.ts';
import { statuses } from '#scripts/chaos/faults/statuses.ts';
import { twoPeople } from '#scripts/chaos/faults/two-people.ts';
import { unreadableAnswers } from '#scripts/chaos/faults/unreadable-answers.ts';

/** In the order of the table. */
export const allFaults: readonly Fault[] = [
  ...lostAnswers,
  largeAnswers,
  ...unreadableAnswers,
  ...statuses,
  sharedQuota,
  clockSkew,
  refusedKey,
  ...codes,
  oneIntent,
  twoPeople,
  lateArrival,
  killed,
].sort((a, b) => a.n - b.n);
