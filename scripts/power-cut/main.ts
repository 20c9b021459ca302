import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { runCampaign } from '#scripts/power-cut/campaign.ts';
import { isBroken, printOutcome } from '#scripts/power-cut/describe-outcome.ts';
import { makeBase } from '#scripts/power-cut/make-base.ts';

// npm run campaign:power-cut -- [--cuts 200] [--seed 7]: the long form, about six minutes on two cores.

const { values } = parseArgs({
  options: { cuts: { type: 'string', default: '200' }, seed: { type: 'string', default: '7' } },
});
const base = makeBase();
try {
  const outcome = await runCampaign({
    cuts: Number(values.cuts),
    seed: Number(values.seed),
    base,
    onEnd: (ended) => {
      const { phase, survival, at, acknowledged } = ended;
      const end = isBroken(ended) ? 'BROKEN' : 'whole';
      console.log(`${phase}, ${survival}, at ${at}: ${acknowledged} rows acknowledged, ${end}`);
    },
  });
  printOutcome(outcome);
  process.exitCode = outcome.ends.some(isBroken) ? 1 : 0;
} finally {
  fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}
