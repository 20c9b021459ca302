import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import { admin, apps, type Console, freePort, serve } from '#lib/testing/console.ts';
import { end, isAlive, kill, type ReadyProcess } from '#lib/testing/ready-process.ts';
import { startWorker } from '#lib/testing/worker.ts';
import { seatAt, signIn } from '#scripts/campaign/action-client.ts';
import { Told } from '#scripts/chaos/client-record.ts';
import type { DatabaseAt } from '#scripts/chaos/database.ts';
import { Person } from '#scripts/chaos/person.ts';

type Env = Record<string, string | undefined>;

/** What one fault is played on: a database, a simulator, and the processes of the product, each of them real. */
export class Environment {
  readonly told = new Told();
  readonly database: DatabaseAt;
  simulator: Simulator;
  readonly servers: Console[] = [];
  readonly workers: ReadyProcess[] = [];
  /** How far wall clocks of its processes were put wrong in between, either way, in ms; what was stored then tells it. */
  clockJumpMs = 0;
  private readonly port: number;
  private cookie = '';
  private taken = 0;

  private constructor(database: DatabaseAt, simulator: Simulator, port: number) {
    this.database = database;
    this.simulator = simulator;
    this.port = port;
  }

  static async open(database: DatabaseAt): Promise<Environment> {
    return new Environment(database, await startSimulator({ apps }), await freePort());
  }

  /** Starts a server, the first one always at the same address, and signs in where nobody has yet. */
  async startServer(env: Env = {}): Promise<Person> {
    const { dataDir } = this.database;
    const first = this.liveServers().length === 0;
    const port = first ? { port: this.port } : {};
    const server = await serve({ sharedSimulator: this.simulator, dataDir, env: this.envWith(env), ...port });
    this.servers.push(server);
    this.cookie ||= await signIn(server.origin, admin);
    return this.personAt(server);
  }

  personAt = ({ origin }: Console): Person => new Person(seatAt(origin, this.cookie), this.told);

  /** The same person in another browser. */
  async signInAgain({ origin }: Console): Promise<Person> {
    return new Person({ origin, cookie: await signIn(origin, admin) }, this.told);
  }

  async startWorker(env: Env = {}): Promise<ReadyProcess> {
    const worker = await startWorker(this.simulator, {
      DATA_DIR: this.database.dataDir,
      ...this.envWith(env),
    });
    this.workers.push(worker);
    return worker;
  }

  private envWith = (env: Env): Env => ({ DATABASE_URL: this.database.databaseUrl ?? undefined, ...env });

  get server(): Console {
    const server = this.servers.at(-1);
    if (server === undefined) throw new Error('No server was started.');
    return server;
  }

  liveServers = (): Console[] => this.servers.filter(({ process }) => isAlive(process));

  /** Numbers that nothing else of this ground uses. */
  numbers(count: number): string[] {
    this.taken += count;
    return Array.from({ length: count }, (_, index) => `0086075587${200_000 + this.taken - count + index}`);
  }

  number = (): string => this.numbers(1)[0] ?? '';

  /** Lets the simulator do something to the next requests for a number. */
  faultOn(number: string, fault: ProgramInput['fault'], times: number | null = 1): Promise<number> {
    return this.simulator.control.addFault({ when: { number }, times, fault });
  }

  async arrivalsOf(number: string) {
    return (await this.simulator.control.log()).filter((entry) => entry.number === number);
  }

  /** Ends every process of the product as an operator would. */
  async stopAll(): Promise<void> {
    for (const { process } of [...this.workers, ...this.servers]) {
      process.kill('SIGCONT');
      await end(process);
    }
  }

  async close(): Promise<void> {
    for (const { process } of [...this.workers, ...this.servers]) await kill(process);
    await this.simulator.stop();
  }
}
