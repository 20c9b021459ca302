/** A text as it is compared in searches: width and case of its letters don't matter. */
export const foldForSearch = (text: string): string => text.normalize('NFKC').toLowerCase();
