/**
 * Pasted lines as a list in one line, or null where the text is one line anyway. A one-line field would drop the breaks,
 * and two numbers would read as one long one.
 */
export function joinPastedLines(text: string): string | null {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.length > 1 ? lines.join('; ') : null;
}
