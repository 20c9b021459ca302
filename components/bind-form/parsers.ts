/**
 * What reads numbers and URLs, and what says how they were read, in one piece that comes when somebody enters the form: with
 * the numbering plans of the world it is 60 kB that the first picture of the page does not need.
 */
export { checkBindValues } from '#components/bind-form/bind-check.ts';
export { choicesId, NumberChoices } from '#components/bind-form/number-choices.tsx';
export { NumberReadingNote } from '#components/bind-form/number-reading-note.tsx';
export { readCallbackUrl } from '#lib/domain/callback-url.ts';
export { candidatesOf } from '#lib/domain/known-numbers.ts';
export { nearMiss } from '#lib/domain/near-miss.ts';
export { choicesOf, meaningToSend, readField, typeOfShape } from '#lib/domain/number-choice.ts';
export { readNumber } from '#lib/domain/phone-number.ts';
export { searchKeys } from '#lib/domain/phone-number-search.ts';
