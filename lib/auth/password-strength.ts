import 'server-only';
import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** A password has to withstand this many guesses, as a power of ten. Source: zxcvbn, "very unguessable" (score 4). */
const wantedPower = 10;

/** Words that an attacker of this console tries first. */
const ownWords = [
  'patchboard',
  'tencent',
  'tencentcloud',
  'cloud',
  'contact',
  'center',
  'callback',
  'binding',
];

let estimator: ZxcvbnFactory | undefined;

/** Made at the first use: unpacking the list of 40,000 common passwords takes about 30 ms. */
function estimate(password: string, words: readonly string[]): ZxcvbnResult {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimator.check(password, [...words]);
}

/** Full-width letters and blanks between the letters do not make a common password a rare one. */
const spellings = (password: string): string[] => {
  const plain = password.normalize('NFKC');
  return [...new Set([plain, plain.replace(/\s/gu, '')])];
};

const wordsOf = (person: { name: string; email: string }): string[] =>
  [person.name, person.email, ...`${person.name} ${person.email}`.split(/[^\p{L}\p{N}]+/u)].filter(
    (word) => word.length > 2,
  );

/**
 * Refuses a password that is common, made of a pattern, or made of the person's own name or address:
 * `password_guessable`, whose parameter `reason` says which. Checked here and not in the browser, where the list would
 * be 900 kB. The length is checked by the schema.
 */
export function checkStrength(
  password: string,
  person: { name: string; email: string },
  field = 'password',
): Result<null> {
  const words = [...ownWords, ...wordsOf(person)];
  const found = spellings(password)
    .map((text) => estimate(text, words))
    .sort((a, b) => a.guessesLog10 - b.guessesLog10)[0];
  if (found && found.guessesLog10 >= wantedPower) return ok(null);
  return fail(problem('password_guessable', { field, params: { reason: reasonOf(found) } }));
}

/** The pattern that covers most of the password. */
function reasonOf(result: ZxcvbnResult | undefined): string {
  const [longest] = [...(result?.sequence ?? [])].sort((a, b) => b.token.length - a.token.length);
  if (longest === undefined) return 'repeat';
  if (longest.pattern !== 'dictionary') return longest.pattern;
  return longest.dictionaryName === 'userInputs' ? 'own' : 'common';
}
