/** Everything about bindings in the browser's cache. Whoever changes one calls `invalidateQueries({ queryKey: bindingsKey })`. */
export const bindingsKey = ['bindings'] as const;
