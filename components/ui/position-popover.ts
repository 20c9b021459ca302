/** Distances in px. */
const gap = 6;
const edge = 8;

/**
 * Puts what stands over the page under `anchor`, or above it where there is no room, and inside the window. By the
 * style object: the page's policy forbids style attributes, not what a script sets.
 */
export function positionPopover(card: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  // Not the window's width: the strip kept for the scroll bar is no place to stand.
  const { right } = document.body.getBoundingClientRect();
  const below = bottom + gap;
  const fits = below + offsetHeight + edge <= window.innerHeight;
  card.style.left = `${Math.max(edge, Math.min(left - edge, right - offsetWidth - edge))}px`;
  card.style.top = `${Math.max(edge, fits ? below : top - gap - offsetHeight)}px`;
}
