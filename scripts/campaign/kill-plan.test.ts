import { expect, test } from 'vitest';
import { failPoints } from '#lib/server/fail-point.ts';
import { nameOf, type PlanOptions, planKills } from '#scripts/campaign/kill-plan.ts';

const options: PlanOptions = { victims: ['server', 'worker'], kills: 1_000, named: 200, seed: 7 };

test('a seed draws the same kills again, and another seed others', () => {
  expect(planKills(options)).toEqual(planKills(options));
  expect(planKills({ ...options, seed: 8 })).not.toEqual(planKills(options));
});

test('as many kills as were asked for, shared by both processes', () => {
  const [server = [], worker = []] = planKills(options).values();
  expect(server.length + worker.length).toBe(1_000);
  expect(worker.length).toBeGreaterThan(400);
});

test('every place has its turn at the server, and at the worker where it comes there', () => {
  const plan = planKills(options);
  const placesOf = (victim: 'server' | 'worker') =>
    new Set(plan.get(victim)?.flatMap((fate) => ('place' in fate ? [nameOf(fate)] : [])));
  expect(placesOf('server')).toEqual(new Set(failPoints));
  const atServer = ['intent', 'batch', 'stop'].flatMap((what) => [
    `before-${what}-commit`,
    `after-${what}-commit`,
  ]);
  expect(placesOf('worker')).toEqual(new Set(failPoints.filter((place) => !atServer.includes(place))));
});
