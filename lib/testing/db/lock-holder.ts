import { lockFolder } from '#lib/db/folder-lock.ts';

/** Locks the folders given to it, each at the moment written behind it (epoch milliseconds), and then only lives on. */
async function main(): Promise<void> {
  for (const parameter of process.argv.slice(2)) {
    const [folder = '', startAt = '0'] = parameter.split('@');
    while (Date.now() < Number(startAt)) {
      // Busy, so that rivals really meet.
    }
    const outcome = await lockFolder(folder).then(
      () => 'won',
      (error: Error) => `lost ${error.message}`,
    );
    process.stdout.write(`${folder} ${outcome}\n`);
  }
  process.stdout.write('done\n');
  setInterval(() => {}, 1_000);
}

await main();
