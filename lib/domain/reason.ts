/** Longest reason or ticket, in characters. Apart from the schemas, so that the form can say it without loading them. */
export const reasonLimit = 500;
