import { paths } from '#lib/paths.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same } from '#scripts/chaos/finding.ts';
import { type Loss, loseAtForm, loseInBatch } from '#scripts/chaos/under-fault.ts';

/** Of more than two hundred; the others come with other seeds. */
const drawn = 80;

const malformed: Fault = {
  n: 8,
  title: 'malformed answers',
  databases,
  async run(ground, random) {
    const person = await ground.startServer();
    const play = { ground, person, random };
    const names = (await ground.simulator.control.malformed()).map(({ name }) => name);
    const all = names.map((name, index): Loss => {
      const applied = random.int(0, 1) === 1;
      return { name, fault: { kind: 'malformed', index, applied }, code: null };
    });
    const chosen = random.some(all, drawn + 3);
    const forms = await Promise.all(
      chosen.slice(drawn).map((loss) => loseAtForm({ ...play, random: random.branch(loss.name) }, loss)),
    );
    const { findings } = await loseInBatch(play, chosen.slice(0, drawn));
    return [
      ...forms.flatMap((form) => form.findings),
      ...findings,
      same('the server lives', ground.server.process.exitCode, null),
      same('incidents in its log', /"level":(50|60)/.test(ground.server.output()), false),
    ];
  },
};

const signInPage: Fault = {
  n: 9,
  title: "some proxy's sign-in page, with status 200",
  databases,
  async run(ground, random) {
    const person = await ground.startServer();
    const play = { ground, person, random };
    const lossOf = (applied: boolean): Loss => ({
      name: 'a sign-in page',
      fault: { kind: 'html', applied, status: 200 },
      code: 'Unknown.UnexpectedAnswer',
    });
    const form = await loseAtForm(play, lossOf(random.int(0, 1) === 1));
    const batch = await loseInBatch(play, random.shuffle([true, false]).map(lossOf));
    const response = await fetch(`${person.at.origin}${paths.binding(form.binding.id)}`, {
      headers: { cookie: person.at.cookie },
    });
    const page = await response.text();
    return [
      ...form.findings,
      ...batch.findings,
      same('the words of the page are kept', form.binding.attempts[0]?.message?.includes('<script>'), true),
      same('the page of the entry answers', response.status, 200),
      same('and shows them as text', page.includes('<script>document.title'), false),
    ];
  },
};

export const unreadableAnswers = [malformed, signInPage];
