import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same } from '#scripts/chaos/finding.ts';
import { bindingIn } from '#scripts/chaos/person.ts';
import { requestsOf } from '#scripts/chaos/under-fault.ts';
import { wait } from '#scripts/chaos/wait.ts';

/** How many times somebody presses at once. */
const presses = 50;

/** The same wish under one key: pressed fifty times at once, pressed again later, and its answer lost on the way. */
export const oneIntent: Fault = {
  n: 18,
  title: 'one wish sent many times under its key',
  databases,
  async run(ground, random) {
    const person = await ground.startServer();
    const other = await ground.signInAgain(ground.server);

    const pressed = { number: ground.number(), key: random.uuid(), seen: null };
    await ground.faultOn(pressed.number, { kind: 'latency', ms: random.int(0, 800) });
    const answers = await Promise.all(Array.from({ length: presses }, () => person.bind(pressed)));
    const later = await person.bind(pressed);
    const ids = new Set([...answers, later].map((heard) => bindingIn(heard)?.id));
    const states = new Set([...answers, later].map((heard) => bindingIn(heard)?.state));

    const lost = { number: ground.number(), key: random.uuid(), seen: null };
    await ground.faultOn(lost.number, { kind: 'latency', ms: random.int(300, 1_200) });
    const cut = new AbortController();
    const first = person.bind(lost, cut.signal);
    await wait(random.int(30, 250));
    cut.abort();
    const resubmitted = await person.bindNow(lost);
    const cutAnswer = await first;

    const reused = await person.bind({ ...pressed, number: ground.number() });
    const foreign = await other.bind({ ...pressed, callbackUrl: 'https://hooks.example.com/other' });

    const lines = ground.numbers(random.int(10, 30)).map((number) => ({ number }));
    const start = { key: random.uuid(), seen: lines.map(() => null) };
    const starts = await Promise.all(Array.from({ length: 10 }, () => person.sendBatch(lines, start)));
    const batchIds = new Set(
      starts.map((heard) =>
        heard !== 'lost' && heard.ok && heard.value.kind === 'started' ? heard.value.batchId : heard,
      ),
    );
    const [batchId = ''] = [...batchIds].map(String);
    const { counts } = await person.batchAt(batchId, ['done']);
    const again = await person.startBatch(lines, start);
    const requests = await requestsOf(ground, [pressed.number, lost.number]);
    const lineRequests = await requestsOf(
      ground,
      lines.map(({ number }) => number),
    );
    return [
      same(`form, pressed ${presses} times at once and once later`, [ids.size, [...states]], [1, ['bound']]),
      same('form, answer lost, sent again', [cutAnswer, resubmitted.state], ['lost', 'bound']),
      same('requests for these two', requests, [1, 1]),
      same('the key used for another number', reused !== 'lost' && reused.ok, false),
      same('and for another URL', foreign !== 'lost' && foreign.ok, false),
      same('a batch started ten times at once, and once later', [batchIds.size, again], [1, batchId]),
      same('its lines', [counts.bound, new Set(lineRequests)], [lines.length, new Set([1])]),
    ];
  },
};
