/**
 * Puts text on the clipboard. False when the browser allows neither the clipboard API (absent on plain http) nor
 * the old copy command; the caller then shows the text selected, to be copied by hand.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement;
  // Inside the open dialog, if any: the rest of the page is inert and can't be selected.
  const dialogs = document.querySelectorAll('dialog[open]');
  const host = dialogs.item(dialogs.length - 1) ?? document.body;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  host.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
