const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Tab past the last control goes to the first, and back: a modal dialog alone lets it out to the browser's own bar. */
export function keepTabInside(
  root: HTMLElement,
  event: { shiftKey: boolean; preventDefault: () => void },
): void {
  const stops = [...root.querySelectorAll<HTMLElement>(tabbable)].filter((stop) => stop.checkVisibility());
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return;
  const current = document.activeElement;
  if (event.shiftKey && (current === first || !stops.includes(current as HTMLElement))) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && current === last) {
    event.preventDefault();
    first.focus();
  }
}
