import { existsSync, readFileSync } from 'node:fs';

const file = '.env';
/** A name, then a quoted text over any number of lines, or the rest of the line. */
const assignment =
  /^[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)[^\S\n]*=[^\S\n]*(?:"[^"]*"|'[^']*'|`[^`]*`|([^\n]*))/gm;

/**
 * What Node is to read .env with. Throws where it would silently cut a value: to Node an unquoted # begins a comment, also
 * inside a password. A variable that the environment itself sets is not read from the file.
 */
export function envFileArguments() {
  if (!existsSync(file)) return [];
  const cut = findCutValues(readFileSync(file, 'utf8')).filter(({ name }) => process.env[name] === undefined);
  if (cut.length === 0) return [`--env-file=${file}`];
  throw new Error(
    cut
      .map(
        ({ name, line }) =>
          `Patchboard can not start. In .env, line ${line}, the value of ${name} is cut at its #, which begins a comment there. Put the whole value in quotes: ${name}="…"`,
      )
      .join('\n'),
  );
}

/** The variables whose value goes on behind an unquoted #. A # behind a blank is a comment that was meant. */
export function findCutValues(written) {
  const text = written.replaceAll('\r\n', '\n');
  const found = [];
  for (const match of text.matchAll(assignment)) {
    const [, name, value = ''] = match;
    const at = value.indexOf('#');
    if (at < 0) continue;
    const meant = at === 0 ? /^#(\s|$)/.test(value) : /\s/.test(value[at - 1]);
    if (!meant) found.push({ name, line: text.slice(0, match.index).split('\n').length });
  }
  return found;
}
