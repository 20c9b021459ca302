let leaving = false;

/** True once this page leaves for good: a question whether to leave could keep on the screen what was just removed. */
export const isLeaving = (): boolean => leaving;

/** Leaves this page for good by a full load. */
export function goTo(href: string): void {
  leaving = true;
  window.location.assign(href);
}
