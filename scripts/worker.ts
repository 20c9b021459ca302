import { loadConfiguration } from '#lib/entry/configuration.ts';
import { describeProblems, parseEnvironment } from '#lib/server/environment.ts';

// npm run worker: checks the environment, then sends the lines of batches beside the servers. What is imported below reads
// the environment as it loads, and would throw where this prints sentences.

const { environment, problems: generic } = parseEnvironment(process.env);
const { problems: tencent } = await loadConfiguration(environment);
const problems = [...generic, ...tencent];
if (problems.length > 0) refuse(describeProblems(problems));
if (environment.databaseUrl === null)
  refuse('A worker needs DATABASE_URL: the embedded database belongs to one process, the server.');
if (environment.tencent.secretId === null && environment.tencent.endpoint === null)
  refuse('A worker needs the credentials the servers have: the built-in simulator belongs to one server.');

const { runWorker } = await import('#scripts/run-worker.ts');
await runWorker(environment);

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
