'use client';
'use no memo';

type Manner = 'polite' | 'assertive';

/**
 * Where `announce` speaks. One stands in the root layout and one in every dialog, because a modal dialog makes the
 * rest of the page inert and a region there would stay silent.
 */
export function LiveRegions() {
  return (
    <div className="sr-only">
      <div data-live="polite" aria-live="polite" />
      <div data-live="assertive" aria-live="assertive" />
    </div>
  );
}

/** Says a sentence to screen readers. `assertive` interrupts: for failures only. */
export function announce(text: string, manner: Manner = 'polite'): void {
  const dialogs = document.querySelectorAll('dialog[open]');
  const scope = dialogs.item(dialogs.length - 1) ?? document;
  const region = scope.querySelector(`[data-live="${manner}"]`);
  if (!region) return;
  // The same text twice would not be a change; emptying first makes it one.
  region.textContent = '';
  window.setTimeout(() => {
    region.textContent = text;
  }, 60);
}
