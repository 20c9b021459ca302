import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { signByHand } from '#lib/simulator/hand-signed.ts';
import { malformedAnswers } from '#lib/simulator/malformed-answers.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ unlimited: true });
});
afterAll(() => simulator.stop());

test('there are at least 200, each with its own name and its own bytes', () => {
  expect(malformedAnswers.length).toBeGreaterThanOrEqual(200);
  expect(new Set(malformedAnswers.map(({ name }) => name)).size).toBe(malformedAnswers.length);
  expect(new Set(malformedAnswers.map(({ raw }) => raw.toString('base64'))).size).toBe(
    malformedAnswers.length,
  );
});

test('the list is the same over the control port, so that a test elsewhere can name what it met', async () => {
  const listed = await simulator.control.malformed();
  expect(listed).toEqual(
    malformedAnswers.map(({ name, raw }) => ({ name, rawBase64: raw.toString('base64') })),
  );
});

/** Reads like a careful client: status 200, strict UTF-8, JSON, own properties only. */
async function readsAsSuccess(): Promise<boolean> {
  const { endpoint } = simulator;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: signByHand({ endpoint, body: '{}' }),
      body: '{}',
      redirect: 'manual',
      signal: AbortSignal.timeout(5000),
    });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await response.arrayBuffer());
    const answer = JSON.parse(text)?.Response;
    const success =
      Object.hasOwn(answer, 'RequestId') && typeof answer.RequestId === 'string' && answer.RequestId !== '';
    return response.status === 200 && success && !Object.hasOwn(answer, 'Error');
  } catch {
    return false;
  }
}

test('none of them reads as success to a careful client, and the simulator outlives them all', async () => {
  const taken: string[] = [];
  for (const [index, { name }] of malformedAnswers.entries()) {
    await simulator.control.addFault({ fault: { kind: 'malformed', index, applied: false } });
    if (await readsAsSuccess()) taken.push(name);
  }
  expect(taken).toEqual([]);
  expect(await readsAsSuccess()).toBe(false);
  expect(await simulator.control.counters()).toMatchObject({
    faults: { malformed: malformedAnswers.length },
  });
});
