import { callAction } from '#lib/client/call-action.ts';
import { joinPatches } from '#lib/domain/merge-patch.ts';
import { savePreferences } from '#lib/preferences/actions.ts';
import type { PreferencesChange } from '#lib/preferences/schema.ts';

const waitMs = 300;

let pending: PreferencesChange = {};
let timer: number | undefined;

/** Sends changes together, a moment after the last one. What could not be kept goes along with the next change. */
export function saveSoon(change: PreferencesChange): void {
  pending = joinPatches(pending, change);
  window.clearTimeout(timer);
  timer = window.setTimeout(send, waitMs);
}

async function send(): Promise<void> {
  const sent = pending;
  pending = {};
  const answer = await callAction(savePreferences, sent);
  if (!answer.ok) pending = joinPatches(sent, pending);
}
