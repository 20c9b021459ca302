import type { Fault } from '#scripts/chaos/fault.ts';
import { clockJump } from '#scripts/chaos/faults/clock-jump.ts';
import { clockSkew } from '#scripts/chaos/faults/clock-skew.ts';
import { codes } from '#scripts/chaos/faults/codes.ts';
import { databaseGone } from '#scripts/chaos/faults/database-gone.ts';
import { deploy } from '#scripts/chaos/faults/deploy.ts';
import { frozen } from '#scripts/chaos/faults/frozen.ts';
import { brokenImport } from '#scripts/chaos/faults/import.ts';
import { refusedKey } from '#scripts/chaos/faults/key.ts';
import { killed } from '#scripts/chaos/faults/killed.ts';
import { largeAnswers } from '#scripts/chaos/faults/large-answers.ts';
import { lateArrival } from '#scripts/chaos/faults/late-arrival.ts';
import { lostAnswers } from '#scripts/chaos/faults/lost-answers.ts';
import { manyProcesses } from '#scripts/chaos/faults/many-processes.ts';
import { notSent } from '#scripts/chaos/faults/not-sent.ts';
import { oneIntent } from '#scripts/chaos/faults/one-intent.ts';
import { sharedQuota } from '#scripts/chaos/faults/quota.ts';
import { restored } from '#scripts/chaos/faults/restored.ts';
import { statuses } from '#scripts/chaos/faults/statuses.ts';
import { terminated } from '#scripts/chaos/faults/stopped.ts';
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
  notSent,
  terminated,
  frozen,
  clockJump,
  manyProcesses,
  deploy,
  brokenImport,
  databaseGone,
  restored,
].sort((a, b) => a.n - b.n);
