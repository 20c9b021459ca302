import { bind } from '#lib/bindings/service.ts';
import { ada, settledOf } from '#lib/bindings/test-bench.ts';
import { workWhenTold } from '#lib/bindings/test-process.ts';
import { wants } from '#lib/bindings/test-wants.ts';

// Binds numbers all at once, for fault-shared-pace.test.ts.
await workWhenTold(async (context, numbers) => {
  const answers = await Promise.all(numbers.map((number) => bind(context, ada, wants({ number }))));
  return answers.map((answer) => settledOf(answer).binding.state);
});
