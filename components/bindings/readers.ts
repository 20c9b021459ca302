/**
 * What reads numbers and URLs, in one piece that comes when somebody enters the form: 10 kB that the first picture of
 * the page does not need.
 */
export { checkBindValues } from '#components/bindings/bind-check.ts';
export { choicesOf, numberToSend, typeOfShape } from '#components/bindings/number-choice.ts';
export { readCallbackUrl } from '#lib/domain/callback-url.ts';
export { nearMiss } from '#lib/domain/near-miss.ts';
export { readNumber } from '#lib/domain/phone-number.ts';
export { searchKeys } from '#lib/domain/phone-number-search.ts';
