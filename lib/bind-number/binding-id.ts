/** A binding's id sorts by the time it was made. */
export { makeTimeOrderedId as makeBindingId } from '#lib/domain/time-ordered-id.ts';
