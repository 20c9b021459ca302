import { readFileSync, writeFileSync } from 'node:fs';
import { databases, type Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { type Loss, loseAtForm, loseInBatch } from '#scripts/chaos/under-fault.ts';

const losses: readonly Loss[] = [true, false].flatMap((applied): Loss[] => [
  { name: 'chunks without end', fault: { kind: 'giant', applied }, code: 'Unknown.AnswerTooLarge' },
  { name: 'a gzip bomb', fault: { kind: 'gzip-bomb', applied }, code: 'Unknown.UnexpectedAnswer' },
]);

/** Resident memory of a process in MiB, now or at its highest since the last `forgetPeak`. */
function residentMiB(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}

/** proc(5): 5 sets the peak back to what is resident now. */
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

export const largeAnswers: Fault = {
  n: 7,
  title: 'an endless answer and a gzip bomb',
  databases,
  async run(ground, random) {
    const person = await ground.startServer();
    const play = { ground, person, random };
    const pid = ground.server.process.pid ?? 0;
    // What a server keeps of its first requests is no growth of these answers.
    await loseInBatch(play, losses);
    for (let round = 0; round < 20; round += 1)
      await person.bindNow({ number: ground.number(), key: random.uuid() });
    forgetPeak(pid);
    const beforeMiB = residentMiB(pid, 'VmRSS');
    const forms = [];
    for (const loss of random.shuffle(losses)) forms.push(await loseAtForm(play, loss));
    const batch = await loseInBatch(play, losses);
    const grownMiB = residentMiB(pid, 'VmHWM') - beforeMiB;
    return [
      ...forms.flatMap(({ findings }) => findings),
      ...batch.findings,
      within('growth of the resident memory at its highest', grownMiB, { from: -100, to: 20, unit: 'MiB' }),
      same('the server lives', ground.server.process.exitCode, null),
    ];
  },
};
