type Command = { program: string; args: string[] };
export function npmCommand(execPath?: string, env?: Record<string, string | undefined>): Command;
