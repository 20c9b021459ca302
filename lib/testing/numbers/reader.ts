import { refreshLists } from '#lib/numbers/service.ts';
import { readingsOver } from '#lib/numbers/sync.ts';
import { ada, app } from '#lib/testing/bindings/bench.ts';
import { workWhenTold } from '#lib/testing/bindings/process.ts';

// Reads the provider's list, for two-readers.test.ts.
await workWhenTold(async (context) => {
  const reader = { ...ada, name: `Reader ${process.pid}` };
  const lists = await refreshLists(context, reader, { appId: app.id });
  await readingsOver();
  return lists.ok ? (lists.value[0]?.reading?.by ?? null) : lists.problem.code;
});
