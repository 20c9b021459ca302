/** Nobody types for so long without looking, in ms; then keys are keys again. */
const patienceMs = 10_000;

/** Puts text into a field as if it had been typed there, so that React hears of it. */
function typeInto(field: HTMLInputElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, field.value + text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Holds what is typed until the field that it is meant for is there; then the field has the focus and the text. Escape
 * and a press of the mouse give up. `field` is asked whenever something is drawn or focused.
 */
export function typeAhead(field: () => HTMLInputElement | null): void {
  let text = '';
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return stop();
    if (event.key === 'Backspace') text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const look = () => {
    const found = field();
    if (!found) return;
    stop();
    found.focus();
    if (text !== '') typeInto(found, text);
  };
  const observer = new MutationObserver(look);
  const timer = window.setTimeout(stop, patienceMs);
  function stop() {
    observer.disconnect();
    window.clearTimeout(timer);
    window.removeEventListener('keydown', press, true);
    window.removeEventListener('pointerdown', stop, true);
    window.removeEventListener('focusin', look, true);
  }
  window.addEventListener('keydown', press, true);
  window.addEventListener('pointerdown', stop, true);
  window.addEventListener('focusin', look, true);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  look();
}
