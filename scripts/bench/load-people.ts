import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '#lib/paths.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { dice } from '#lib/testing/seed/pools.ts';
import type { Heard } from '#scripts/bench/load-tally.ts';
import { type Known, type Step, walk, withCursor } from '#scripts/bench/load-walk.ts';
import { bindOver } from '#scripts/campaign/action-client.ts';

export type Visit = {
  origin: string;
  cookie: string;
  /** People come one by one over this time. */
  arrivalMs: number;
  /** Aborted when time is up: who thinks leaves at once, who waits hears the answer first. */
  over: AbortSignal;
  note(heard: Heard, more?: string): void;
};

/** Longer than any answer may take; afterwards it counts as lost. */
const patienceMs = 30_000;
const thinkMs = 5_000;
const watchEveryMs = 1_000;
const bindEveryMs = 5_000;

const rest = (ms: number, over: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal: over }).catch(() => {});

/** One request as a browser sends it, heard to the end of its body. */
async function read({ origin, cookie, note }: Visit, kind: string, path: string): Promise<string> {
  const startedMs = performance.now();
  const accept = path.startsWith('/api/') ? 'application/json' : 'text/html';
  try {
    const answer = await fetch(`${origin}${path}`, {
      headers: { accept, cookie },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = await answer.text();
    note({ kind, status: answer.status, ms: performance.now() - startedMs }, `${path} ${body.slice(0, 200)}`);
    return answer.ok ? body : '';
  } catch (error) {
    note({ kind, status: 'lost', ms: performance.now() - startedMs }, `${path} ${String(error)}`);
    return '';
  }
}

const cursorIn = (body: string): string | null =>
  body === '' ? null : (JSON.parse(body) as { nextCursor: string | null }).nextCursor; // our own route's answer

/** Somebody of support who reads, thinks for five seconds on average, and reads on. */
export async function readAlong(visit: Visit, known: readonly Known[], seed: number): Promise<void> {
  const roll = dice(seed);
  const think = () => rest(thinkMs / 2 + roll(thinkMs), visit.over);
  let cursor: string | null = null;
  const take = async (step: Step) => {
    const from = cursor;
    await Promise.all(
      step.map(async ({ kind, path }) => {
        const body = await read(visit, kind, withCursor(path, from));
        if (path.startsWith(`${paths.api.bindings}?`) || path === paths.api.bindings) cursor = cursorIn(body);
      }),
    );
  };
  await rest(roll(visit.arrivalMs), visit.over);
  for (const step of walk(known, roll)) {
    if (visit.over.aborted) return;
    await take(step);
    await think();
  }
}

/** Somebody who leaves the newest page open, which asks again a second after each answer. */
export async function watch(visit: Visit, seed: number): Promise<void> {
  await rest(dice(seed)(visit.arrivalMs), visit.over);
  if (!visit.over.aborted) await read(visit, 'page: history', paths.history);
  while (!visit.over.aborted) {
    await read(visit, 'history, watched', paths.api.bindings);
    await rest(watchEveryMs, visit.over);
  }
}

/** The admin beside them, who binds another number every five seconds. */
export async function bindAlong({ origin, cookie, over, note }: Visit): Promise<void> {
  for (let made = 0; !over.aborted; made += 1) {
    const startedMs = performance.now();
    const input = wants({
      number: `0086075587${200_000 + made}`,
      callbackUrl: `https://hooks.example.com/call/${made}`,
    });
    const heard = await bindOver({ origin, cookie }, input);
    const isBound = heard !== 'lost' && heard.ok && heard.value.kind === 'settled';
    note(
      { kind: 'bind', status: isBound ? 200 : 'lost', ms: performance.now() - startedMs },
      JSON.stringify(heard).slice(0, 300),
    );
    await rest(bindEveryMs, over);
  }
}
