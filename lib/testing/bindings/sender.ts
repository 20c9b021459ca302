import { bind } from '#lib/bind-number/service.ts';
import { ada, settledOf } from '#lib/testing/bindings/bench.ts';
import { workWhenTold } from '#lib/testing/bindings/process.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

// Binds numbers all at once, for fault-shared-pace.test.ts.
await workWhenTold(async (context, numbers) => {
  const answers = await Promise.all(numbers.map((number) => bind(context, ada, wants({ number }))));
  return answers.map((answer) => settledOf(answer).binding.state);
});
