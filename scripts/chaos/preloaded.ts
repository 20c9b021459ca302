const fileOf = {
  nameless: new URL('./preload/nameless.ts', import.meta.url),
  'jumping-clock': new URL('./preload/jumping-clock.ts', import.meta.url),
};

/** The environment of a process that something is loaded into before its own first line. */
export const preloaded = (what: keyof typeof fileOf) => ({
  NODE_OPTIONS: `--import=${fileOf[what].href}`,
});
