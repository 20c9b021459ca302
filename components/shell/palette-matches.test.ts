import { expect, test } from 'vitest';
import { matchCommands } from '#components/shell/palette-matches.ts';
import { exactFirst, stepInList } from '#components/ui/list-keys.ts';

const command = (id: string, text: string, words = id) => ({ id, text, words, run: () => undefined });
const commands = [
  command('bind', '打开“绑定”', 'bind'),
  command('history', 'Open History'),
  command('dark', 'Theme: Dark', 'theme dark'),
  command('light', 'Theme: Light', 'theme light'),
];
const found = (typed: string) => matchCommands(commands, typed).map(({ id }) => id);

test('nothing typed shows every command', () => {
  expect(found('  ')).toEqual(['bind', 'history', 'dark', 'light']);
});

test('every typed word has to be held, in any order and case, in the shown language or by its plain name', () => {
  expect(found('绑定')).toEqual(['bind']);
  expect(found('BIND')).toEqual(['bind']);
  expect(found('dark the')).toEqual(['dark']);
  expect(found('open theme')).toEqual([]);
});

test('a number is no command', () => {
  expect(found('0086 755 8601 3388')).toEqual([]);
});

test('arrows go round the list, Home and End stay with the text', () => {
  expect(stepInList('ArrowDown', 0, 3)).toBe(1);
  expect(stepInList('ArrowDown', 2, 3)).toBe(0);
  expect(stepInList('ArrowUp', 0, 3)).toBe(2);
  expect(stepInList('PageDown', 0, 3)).toBe(2);
  expect(stepInList('Home', 2, 3)).toBeNull();
  expect(stepInList('a', 0, 3)).toBeNull();
  expect(stepInList('ArrowDown', 0, 0)).toBeNull();
});

test('what is called exactly as typed stands first, and what waits for typing stays away until then', () => {
  const outcome = { ...command('refused', 'History: Refused'), label: 'Refused', onlyTyped: true };
  const all = [command('long', 'Refused or not'), outcome];
  expect(matchCommands(all, 'refused').map(({ id }) => id)).toEqual(['refused', 'long']);
  expect(matchCommands(all, '').map(({ id }) => id)).toEqual(['long']);
  expect(exactFirst(['Today’s rows', 'Today'], ' today ', (text) => text)).toEqual(['Today', 'Today’s rows']);
});
