import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { ensurePostgres } from './setup/postgres.mjs';
import { ensureRealParts } from './setup/real-parts.mjs';
import { main, run } from './setup/run.mjs';

// npm test: everything, from a fresh clone. A failing step does not hide the later ones; the last line counts
// every unit and browser test.
await main(async () => {
  await ensureDependencies();
  const node = findNode();
  await ensureChromium(node);
  ensurePostgres();
  ensureRealParts();

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

  const [unitResults, browserResults] = [unitReport, browserReport].map(readReport);
  const unit = countUnit(unitResults);
  const browser = countBrowser(browserResults);
  rmSync(reports, { recursive: true, force: true });
  const failedTests = [...failedUnitTests(unitResults), ...failedBrowserTests(browserResults)];
  if (failedTests.length > 0) console.log(`\nFailed tests:\n${failedTests.join('\n')}`);
  console.log('\nThe ten slowest files, in seconds:');
  for (const { file, seconds } of slowestFiles(unitResults, browserResults).slice(0, 10))
    console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`);
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

/** One line for each failed unit test: file, full name, first line of the error. */
function failedUnitTests(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    if (status === 'failed' && assertionResults.length === 0) return [`  ${file}: ${firstLine(message)}`];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `  ${file}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  });
}

/** One line for each browser test that failed at its last try: file, title, first line of the error. */
function failedBrowserTests(report) {
  const inSuite = ({ suites = [], specs = [], file }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, tests }) => {
        const error = tests.flatMap(({ results }) => results).at(-1)?.error?.message;
        return `  ${join('e2e', file)}: ${title}: ${firstLine(error)}`;
      }),
    ...suites.flatMap(inSuite),
  ];
  return (report?.suites ?? []).flatMap(inSuite);
}

function firstLine(text) {
  return (text ?? '').split('\n')[0];
}

/** Test files with the time each took, in seconds, slowest first. */
function slowestFiles(unitResults, browserResults) {
  const unit = (unitResults?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    file: relative(process.cwd(), name),
    seconds: (endTime - startTime) / 1000,
  }));
  const browser = (browserResults?.suites ?? []).map((suite) => ({
    file: join('e2e', suite.file),
    seconds: durationMs(suite) / 1000,
  }));
  return [...unit, ...browser].sort((a, b) => b.seconds - a.seconds);
}

/** All tries of all tests in a suite and the suites inside it, in ms. Hooks of a file are not reported. */
function durationMs({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results));
  return (
    own.reduce((sum, { duration }) => sum + duration, 0) +
    suites.reduce((sum, each) => sum + durationMs(each), 0)
  );
}
