import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentWatchMs = 500;
let stopping = false;

/** Whether a signal has asked this script to end. */
export const isStopping = () => stopping;

/**
 * Runs a program in the foreground, hands signals on to it, and resolves with its exit code. `tied`: a program of ours that
 * ends when this script does, however that comes about.
 */
export function run(program, args, env = {}, { tied = false } = {}) {
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', 'inherit', ...(tied ? ['ipc'] : [])],
    env: { ...process.env, ...env },
  });
  const handOn = (signal) => {
    stopping = true;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, handOn);
  const endWatch = watchParent(() => handOn('SIGTERM'));
  return new Promise((resolve) => {
    const end = (code) => {
      endWatch();
      for (const name of signals) process.off(name, handOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      end(1);
    });
    child.on('exit', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

/** npm that is killed hands no signal on. Only npm is watched: by hand a script may well outlive the shell it came from. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, parentWatchMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** A script's last step: what it throws is printed as a sentence, never as a stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!stopping) console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
