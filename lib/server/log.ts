import 'server-only';
import { randomBytes } from 'node:crypto';
import pino, { type Logger } from 'pino';
import { env } from '#lib/server/env.ts';
import { perProcess } from '#lib/server/per-process.ts';
import { makeRedactor } from '#lib/server/redact.ts';
import { secretsOf } from '#lib/server/secrets.ts';

/** Every secret this process was given. Anything that is written out passes a redactor over these. */
export const redact = makeRedactor(secretsOf(env));

/** JSON lines on stdout. Every line is redacted as text, so that no nesting hides a secret. */
export const log: Logger = perProcess('log', () =>
  pino(
    { level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => void process.stdout.write(redact(line)) },
  ),
);

/**
 * Logs something that should not have happened and returns the incident number under which a person can ask
 * for it. Nothing else of the error may reach a browser.
 */
export function logIncident(error: unknown, doing: string): string {
  const incident = randomBytes(5).toString('hex');
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  const details = { name, message: withoutParameters(message), stack: withoutParameters(stack ?? ''), cause };
  log.error({ incident, doing, error: details }, 'unexpected');
  return incident;
}

/** The query builder's errors repeat every value of the statement, whatever people typed among them. */
const withoutParameters = (text: string): string =>
  text.replace(/^params: (?:.|\n)*?(?=\n\s+at |$(?!\n))/m, 'params: [left out]');
