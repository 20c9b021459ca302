import 'server-only';
import { randomBytes } from 'node:crypto';
import pino, { type Logger } from 'pino';
import { now } from '#lib/clock.ts';
import { env } from '#lib/server/env.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';
import { makeRedactor } from '#lib/server/redact.ts';
import { secretsOf } from '#lib/server/secrets.ts';

/** Every secret this process was given. Anything that is written out passes a redactor over these. */
export const redact = makeRedactor(secretsOf(env));

/** JSON lines on stdout. Every line is redacted as text, so that no nesting hides a secret. */
export const log: Logger = processSingleton('log', () =>
  pino(
    { level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => void process.stdout.write(redact(line)) },
  ),
);

/** Writes one JSON line whatever LOG_LEVEL is, redacted as the others are. */
export function writeLine(message: string, fields: object): void {
  const line = { level: 30, time: now().toISOString(), ...fields, msg: message };
  process.stdout.write(`${redact(JSON.stringify(line))}\n`);
}

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

/**
 * The query builder's errors repeat every value of the statement, whatever people typed among them: from a line that begins
 * with `params: ` on nothing is kept but the stack. Looked for line by line: a pattern over the whole text takes a time that
 * grows with the square of the blank lines in it.
 */
export function withoutParameters(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('params: '));
  if (from === -1) return text;
  const stack = lines.findIndex((line, at) => at > from && /^[\t ]+at /.test(line));
  return [...lines.slice(0, from), 'params: [left out]', ...(stack === -1 ? [] : lines.slice(stack))].join(
    '\n',
  );
}
