/** Calls `stop` when the script that started this process is gone, where it holds a channel to it: nobody is left to ask. */
export function followParent(stop: () => void): void {
  process.channel?.unref();
  process.once('disconnect', stop);
}
