import 'server-only';
import { describeProblems, type Environment, parseEnvironment } from '#lib/server/environment.ts';

function readProcess(): Environment {
  const { environment, problems } = parseEnvironment(process.env);
  if (problems.length > 0) throw new Error(describeProblems(problems));
  return environment;
}

/** The only reader of process.env. server.ts has already shown every problem before this is first imported. */
export const env: Environment = readProcess();
