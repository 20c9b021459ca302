import { benchNumbers } from '#scripts/bench/reading-numbers.ts';
import { benchTables } from '#scripts/bench/reading-tables.ts';

// npm run bench:reading: what people paste and drop, read as the console reads it.

benchNumbers();
await benchTables();
