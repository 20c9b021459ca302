import { readFileSync } from 'node:fs';
import { z } from 'zod';

const read = (file: string): unknown => JSON.parse(readFileSync(`.next/${file}`, 'utf8'));

const actionsSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

type BuiltAction = {
  name: string;
  id: string /** Paths of the pages that carry it. */;
  pages: string[];
};

const routesSchema = z.record(z.string(), z.string());
const routeOf = (entry: string) => routesSchema.parse(read('app-path-routes-manifest.json'))[entry];

/** Every server action of the build at hand, by its exported name. */
export function builtActions(): BuiltAction[] {
  const { node } = actionsSchema.parse(read('server/server-reference-manifest.json'));
  return Object.entries(node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    pages: Object.keys(workers).flatMap((worker) => routeOf(worker.replace(/^app/, '')) ?? []),
  }));
}

/** Every page and route of the build at hand. */
export const builtRoutes = (): string[] => [
  ...new Set(Object.values(routesSchema.parse(read('app-path-routes-manifest.json')))),
];

export function builtAction(name: string): BuiltAction {
  const action = builtActions().find((each) => each.name === name);
  if (!action) throw new Error(`The build has no action ${name}.`);
  return action;
}
