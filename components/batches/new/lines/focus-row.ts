/**
 * Moves the focus on before the pressed button goes: within its row, which stays, or to the row after it. Otherwise it
 * would drop to the page, and keys would start from the top.
 */
export function focusOwnRow(pressed: Element): void {
  pressed.closest('li')?.querySelector('button')?.focus();
}

/** To the same button of the next row, or of the one before the last; see `focusOwnRow`. */
export function focusNextRow(pressed: Element): void {
  const row = pressed.closest('li');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const button = next?.querySelector<HTMLElement>('[data-remove]');
  if (button) button.focus();
  else row?.closest<HTMLElement>('section[tabindex]')?.focus();
}
