import { type Problem, problem } from '#lib/domain/problem.ts';
import type { KnownApp } from '#lib/entry/context.ts';

/** Why nothing may be bound in an app; null where it may. */
export function refuseApp(known: readonly KnownApp[], appId: string): Problem | null {
  const app = known.find(({ id }) => id === appId);
  if (app === undefined) return problem('app_not_allowed', { field: 'appId' });
  return app.retired ? problem('restore_app_gone', { field: 'appId' }) : null;
}
