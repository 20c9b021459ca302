import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { ensurePostgres } from './setup/postgres.mjs';
import { main, run } from './setup/run.mjs';

// npm test: everything, from a fresh clone. A failing step does not hide the later ones; the last line counts
// every unit and browser test.
await main(async () => {
  ensureDependencies();
  const node = findNode();
  await ensureChromium(node);
  ensurePostgres();

  const reports = mkdtempSync(join(tmpdir(), 'patchboard-test-'));
  const unitReport = join(reports, 'unit.json');
  const browserReport = join(reports, 'browser.json');
  const failedSteps = [];
  const step = async (title, work) => {
    console.log(`\n— ${title}`);
    const code = await work();
    if (code) failedSteps.push(title);
  };
  const tool = (program, args, env = {}) =>
    run(node, [program, ...args], { NEXT_TELEMETRY_DISABLED: '1', ...env });

  await step('Format and lint', () =>
    tool('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  );
  await step('Build', () => tool('scripts/build.mjs', []));
  await step('Types', () => tool('node_modules/typescript/bin/tsc', ['--noEmit']));
  await step('Dead code', () => tool('node_modules/knip/bin/knip.js', []));
  await step('Unit tests', () =>
    tool('node_modules/vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ]),
  );
  await step('Browser tests', () =>
    tool('node_modules/playwright/cli.js', ['test'], { PLAYWRIGHT_JSON: browserReport }),
  );

  const unit = countUnit(readReport(unitReport));
  const browser = countBrowser(readReport(browserReport));
  rmSync(reports, { recursive: true, force: true });
  const sum = (key) => unit[key] + browser[key];
  console.log(`\nUnit: ${unit.passed} passed, ${unit.failed} failed, ${unit.skipped} skipped`);
  console.log(`Browser: ${browser.passed} passed, ${browser.failed} failed, ${browser.skipped} skipped`);
  if (failedSteps.length > 0) console.log(`Failed steps: ${failedSteps.join(', ')}`);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return failedSteps.length > 0 || sum('failed') > 0 || unit.passed === 0 || browser.passed === 0 ? 1 : 0;
});

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that left no report has failed as a whole; that counts as one. */
const noReport = { passed: 0, failed: 1, skipped: 0 };

function countUnit(report) {
  if (!report) return noReport;
  // A file that could not be loaded has no tests of its own to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countBrowser(report) {
  if (!report) return noReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  // Only where stories are tried twice: passed at the second try, and said so.
  if (flaky > 0) console.log(`\n${flaky} browser tests passed only when tried again.`);
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}
