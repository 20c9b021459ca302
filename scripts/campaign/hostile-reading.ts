import { parseArgs } from 'node:util';
import { runHostileNumbers } from '#scripts/campaign/hostile-numbers.ts';
import { runHostileTables } from '#scripts/campaign/hostile-tables.ts';
import { runHostileUrls } from '#scripts/campaign/hostile-urls.ts';

// npm run campaign:hostile-reading -- [--count 50000] [--tables 20000] [--urls 20000] [--seed 1]: generated inputs that are
// written badly, mangled or meant to harm. Ends with 1 on the first that is read wrongly, and prints it with the seed that makes it again.

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '50000' },
    tables: { type: 'string', default: '20000' },
    urls: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);

const { inputs, kinds } = runHostileNumbers({ count: Number(values.count), seed });
const found = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
console.log(
  `${inputs} numbers from seed ${seed}: ${found.join(', ')}; 0 crashes, every digit named, every sent form reads as itself.`,
);

const { tables, lines, ready, asked } = runHostileTables({ tables: Number(values.tables), seed });
console.log(
  `${tables} tables from seed ${seed}: ${lines} lines, ${ready} ready, ${asked} asked or refused; 0 crashes, no number lost, no counter bound.`,
);

const { urls, accepted, offered } = runHostileUrls({ urls: Number(values.urls), seed });
console.log(
  `${urls} URLs from seed ${seed}: ${accepted} accepted, ${offered} offered corrected; 0 crashes, 0 hosts that DNS cannot carry, every offer can be bound.`,
);
