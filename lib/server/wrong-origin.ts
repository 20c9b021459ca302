import 'server-only';
import { log } from '#lib/server/log.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** As many addresses are told of in the life of a process: a stranger may claim any. */
const mostReported = 20;

/** Tells the log once for each address under which people reach a console that is configured as another. */
export function reportWrongOrigin(reached: string, configured: string): void {
  const reported = processSingleton<Set<string>>('wrong-origins', () => new Set());
  if (reported.has(reached) || reported.size >= mostReported) return;
  reported.add(reached);
  log.warn(
    { reached, configured },
    `Reached as ${reached}, configured as ${configured}: set APP_ORIGIN=${reached} if people reach the console there. Its requests are refused until then.`,
  );
}
