import type { FailPoint } from '#lib/server/fail-point.ts';
import { startSimulator } from '#lib/simulator/control.ts';
import { admin, apps, freePort } from '#lib/testing/console.ts';
import { signIn } from '#scripts/campaign/action-client.ts';
import { checkHistory } from '#scripts/campaign/check-history.ts';
import type { History, Violation } from '#scripts/campaign/history-facts.ts';
import { bringToEnd } from '#scripts/campaign/kill-end.ts';
import { beginLife, type Ground, type Life } from '#scripts/campaign/kill-life.ts';
import { People } from '#scripts/campaign/kill-people.ts';
import { planKills, type Victim } from '#scripts/campaign/kill-plan.ts';
import { type Kill, killOverAndOver } from '#scripts/campaign/kill-victim.ts';
import { readHistory } from '#scripts/campaign/read-history.ts';

export type CampaignOptions = {
  databaseUrl: string | null;
  dataDir: string;
  kills: number;
  named: number;
  seed: number;
  /** Hears of each kill, with how many there were so far. */
  onKill?: (kill: Kill, count: number) => void;
};

export type Outcome = {
  kills: Kill[];
  history: History;
  violations: Violation[];
  /** From when on nobody was killed any more, on this machine's wall clock. */
  peaceFromMs: number;
};

/**
 * Kills the real server (server.ts on the production build), and on PostgreSQL the real worker beside it, over and over while
 * people start batches and bind numbers over HTTP, and starts each again at once. At the end everything is brought to its end
 * and the whole history is checked against what the simulator saw.
 */
export async function runCampaign(options: CampaignOptions): Promise<Outcome> {
  const { databaseUrl, dataDir, seed, onKill = () => {} } = options;
  const simulator = await startSimulator({ apps });
  const ground: Ground = { databaseUrl, dataDir, simulator, port: await freePort() };
  const victims: Victim[] = databaseUrl === null ? ['server'] : ['server', 'worker'];
  try {
    // A first life in peace: the tables, the first admin, and a session that outlives every server.
    const cookie = await inPeace(['server'], ground, () => signIn(originOf(ground), admin));
    const seat = { origin: originOf(ground), cookie };
    const people = new People(seat, { simulator, seed });
    const kills: Kill[] = [];
    const wanted = new Set<FailPoint>();
    const over = new AbortController();
    const living = people.live(wanted, over.signal);
    const note = (kill: Kill) => onKill(kill, kills.push(kill));
    const loops = [...planKills({ ...options, victims })].map(([victim, fates]) =>
      killOverAndOver(victim, fates, { ground, wanted, over, onKill: note }),
    );
    const failed = (await Promise.allSettled(loops)).find(({ status }) => status === 'rejected');
    over.abort();
    await living;
    if (failed?.status === 'rejected') throw failed.reason;
    let peaceFromMs = 0;
    await inPeace(victims, ground, () => {
      peaceFromMs = Date.now();
      return bringToEnd(seat, people);
    });
    const history = await readHistory(options, simulator, {
      intents: people.binds,
      batchIntents: people.batches,
      sentAnew: people.sentAnew,
    });
    return { kills, history, violations: checkHistory(history), peaceFromMs };
  } finally {
    await simulator.stop();
  }
}

const originOf = ({ port }: Ground): string => `http://localhost:${port}`;

/** Lets processes live for as long as the work takes, and stops them as an operator does. */
async function inPeace<T>(victims: readonly Victim[], ground: Ground, work: () => Promise<T>): Promise<T> {
  const lives = victims.map((victim) => beginLife(victim, ground, null));
  try {
    await Promise.race([Promise.all(lives.map(({ ready }) => ready)), ...lives.map(diedEarly)]);
    return await work();
  } finally {
    for (const { child } of lives) child.kill('SIGTERM');
    await Promise.all(lives.map(({ ended }) => ended));
  }
}

const diedEarly = async (life: Life): Promise<never> => {
  await life.ended;
  throw new Error(`A process ended by itself:\n${life.output()}`);
};
