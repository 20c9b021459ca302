export function envFileArguments(): string[];
export function findCutValues(text: string): { name: string; line: number }[];
