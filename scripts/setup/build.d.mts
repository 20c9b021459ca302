/** Of all that the build is made from, with the key that seals server actions. */
export function digestOfSources(): string;
