/**
 * The header of a read that nobody asked for at that moment: a page looks again by itself, or fetches ahead. Such a read does
 * not count as use of a session. It takes nothing from anybody: a client that leaves it out only keeps its own session alive.
 */
export const backgroundHeader = 'x-patchboard-background';
