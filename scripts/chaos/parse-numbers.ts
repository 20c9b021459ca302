/** Reads `4,20` and `1-29`, also together. Throws at anything else. */
export function parseNumbers(text: string): Set<number> {
  const numbers = text.split(',').flatMap((part) => {
    const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? [];
    if (from === '') throw new Error(`Give faults as 1-29 or 4,20, not as ${text}.`);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
  return new Set(numbers);
}
