import fs from 'node:fs';
import os from 'node:os';

/** Enough to tell a living process from a dead one whose number was given to another program. */
export type ProcessIdentity = {
  pid: number;
  /** When the kernel started it, in clock ticks since boot. Null where there is no /proc. */
  startTicks: string | null;
  host: string;
  /** Boot and process-number space. Process numbers of another one mean nothing here: a container has its own pid 1. */
  space: string;
};

function readOrNull(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** proc(5): the fields behind the program's name, which may itself hold spaces and brackets. */
function stateAndStart(pid: number): { state: string | null; startTicks: string | null } {
  const stat = readOrNull(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return { state: fields[0] ?? null, startTicks: fields[19] ?? null };
}

function space(): string {
  let pidNamespace = '';
  try {
    pidNamespace = fs.readlinkSync('/proc/self/ns/pid');
  } catch {
    // No /proc: one space a host.
  }
  return `${os.hostname()} ${readOrNull('/proc/sys/kernel/random/boot_id') ?? ''} ${pidNamespace}`;
}

export const ownIdentity = (): ProcessIdentity => ({
  pid: process.pid,
  startTicks: stateAndStart(process.pid).startTicks,
  host: os.hostname(),
  space: space(),
});

/** `elsewhere`: its number means nothing here, so only signs of life can tell. */
export function judge(owner: ProcessIdentity): 'alive' | 'dead' | 'elsewhere' {
  if (owner.space !== space()) return 'elsewhere';
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return 'dead';
  }
  const now = stateAndStart(owner.pid);
  // Z: killed, and only waiting for its parent to notice.
  return now.state !== 'Z' && now.startTicks === owner.startTicks ? 'alive' : 'dead';
}
