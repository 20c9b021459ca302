/**
 * Runs in the document, before any other script, and hears two kinds of presses that are lost otherwise.
 *
 * Early ones: remembers the last plain button that was pressed and that React has not answered for, until `done`. Links, forms
 * and popovers work without a script.
 *
 * Moved ones, at any time: where the page moves under the pointer before a press ends, the browser tells the click of what is
 * around both places. A press is known by where it began, and that button is clicked.
 */
export const rememberEarlyClick = `{
  const isPlain = (button) => button.matches('[type=button]:not([popovertarget])');
  let began;
  const early = window.patchboardEarly = (event) => {
    if (early.again) return;
    const button = event.target.closest('button');
    if (event.type === 'pointerdown') { began = { button, x: event.clientX, y: event.clientY }; return; }
    const isMoved = !button && began?.button?.isConnected && Math.hypot(event.clientX - began.x, event.clientY - began.y) < 5
      && !event.target.closest('a, input, label, select, textarea, summary');
    const pressed = isMoved ? began.button : button;
    began = undefined;
    if (!pressed) return;
    if (!early.done && isPlain(pressed)) early.last = { button: pressed, atMs: performance.now() };
    else if (isMoved) pressed.click();
  };
  addEventListener('pointerdown', early, true);
  addEventListener('click', early, true);
}`;
