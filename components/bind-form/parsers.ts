/**
 * What reads numbers and URLs, and what says how they were read, in one piece that comes when somebody enters the form: with
 * the numbering plans of the world it is 60 kB that the first picture of the page does not need.
 */
export { checkBindValues } from '#components/bind-form/bind-check.ts';
export { choicesId, NumberChoices } from '#components/bind-form/number-choices.tsx';
export { NumberReadingNote } from '#components/bind-form/number-reading-note.tsx';
export { candidatesOf } from '#lib/domain/numbers/known-numbers.ts';
export { choicesOf, meaningToSend, readField, typeOfShape } from '#lib/domain/numbers/number-choice.ts';
export { readNumber } from '#lib/domain/numbers/phone-number.ts';
export { searchKeys } from '#lib/domain/numbers/phone-number-search.ts';
export { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';
export { nearMiss } from '#lib/domain/urls/near-miss.ts';
