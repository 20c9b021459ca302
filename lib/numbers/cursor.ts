import type { NumberKey } from '#lib/bindings/store-facts.ts';

/** A place in the list of numbers, which is ordered by app and number. */
export const encodePlace = ({ appId, number }: NumberKey): string => `${appId}.${number}`;

/** Reads a place of ours; null for anything else. Never throws: the text comes from an address bar. */
export function parsePlace(text: string | undefined): NumberKey | null {
  const match = /^([1-9][0-9]{0,15})\.([^\p{Cc}\p{Cs}]{1,64})$/u.exec(text ?? '');
  return match?.[1] && match[2] ? { appId: match[1], number: match[2] } : null;
}
