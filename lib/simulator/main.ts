import { writeFileSync } from 'node:fs';
import { parseFlags, type SimulatorOptions, usage } from '#lib/simulator/flags.ts';
import { serve } from '#lib/simulator/server.ts';

function readOptions(): SimulatorOptions {
  try {
    return parseFlags(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return process.exit(2);
  }
}

const options = readOptions();
const stop = () => process.exit(0);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (options.dieWithParent) {
  process.on('disconnect', stop);
  process.stdin.on('close', stop).resume();
}

const ready = JSON.stringify(
  await serve(options).catch((error: Error) => {
    console.error(`The simulator cannot listen: ${error.message}`);
    return process.exit(1);
  }),
);
// The line holds the key; only its owner may read the file.
if (options.controlFile) writeFileSync(options.controlFile, `${ready}\n`, { mode: 0o600 });
console.log(ready);
