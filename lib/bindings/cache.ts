/** Everything about bindings in the browser's cache. After a change call `invalidateQueries({ queryKey: bindingsKey })`. */
export const bindingsKey = ['bindings'] as const;
