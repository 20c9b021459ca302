import { reassertDue } from '#lib/bindings/reassert.ts';
import { workWhenTold } from '#lib/bindings/test-process.ts';

// Sees to the numbers that are due, for fault-late-arrival.test.ts.
await workWhenTold((context) => reassertDue(context));
