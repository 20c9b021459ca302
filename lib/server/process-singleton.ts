const registry = Symbol.for('patchboard.per-process');
type Registry = Map<string, unknown>;

/**
 * One value a process, whichever copy of a module asks. Next gives a page, a route and the instrumentation each
 * their own copy of every module, so that a module variable is not a singleton; only globalThis is shared.
 */
export function processSingleton<T>(name: string, make: () => T): T {
  const holder = globalThis as { [registry]?: Registry };
  holder[registry] ??= new Map();
  const values = holder[registry];
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}
