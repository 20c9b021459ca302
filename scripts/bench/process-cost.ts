import { readFileSync, writeFileSync } from 'node:fs';

/** Resident memory of a process, now or at its highest, in MiB, as Linux keeps it. */
export const residentMiB = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
};

/** What a piece of work adds to a process's resident memory at its highest, in MiB, as Linux keeps it. */
export async function addedMemory<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ value: T; addedMiB: number }> {
  // The kernel forgets the highest mark so far.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = residentMiB(pid, 'VmRSS');
  const value = await work();
  return { value, addedMiB: residentMiB(pid, 'VmHWM') - before };
}

/** What a process has computed so far, in s; to a hundredth, as Linux counts it. */
export function cpuSeconds(pid: number): number {
  // What follows the name in brackets: state first, user and system time 11 fields later.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
