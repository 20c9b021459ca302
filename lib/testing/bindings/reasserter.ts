import { reassertDue } from '#lib/delivery/reassert.ts';
import { workWhenTold } from '#lib/testing/bindings/process.ts';

// Sees to the numbers that are due, for fault-late-arrival.test.ts.
await workWhenTold((context) => reassertDue(context));
