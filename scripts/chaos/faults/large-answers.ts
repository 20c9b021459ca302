import { addedMemory } from '#scripts/bench/process-cost.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { type Loss, loseAtForm, loseInBatch } from '#scripts/chaos/under-fault.ts';

const losses: readonly Loss[] = [true, false].flatMap((applied): Loss[] => [
  { name: 'chunks without end', fault: { kind: 'giant', applied }, code: 'Unknown.AnswerTooLarge' },
  { name: 'a gzip bomb', fault: { kind: 'gzip-bomb', applied }, code: 'Unknown.UnexpectedAnswer' },
]);

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
    const { value: findings, addedMiB } = await addedMemory(pid, async () => {
      const forms = [];
      for (const loss of random.shuffle(losses)) forms.push(await loseAtForm(play, loss));
      const batch = await loseInBatch(play, losses);
      return [...forms, batch].flatMap((each) => each.findings);
    });
    return [
      ...findings,
      within('growth of the resident memory at its highest', addedMiB, { from: -100, to: 20, unit: 'MiB' }),
      same('the server lives', ground.server.process.exitCode, null),
    ];
  },
};
