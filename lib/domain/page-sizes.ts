/**
 * How many rows a page of history may have; the first is the default. Apart from the schema, because the browser
 * needs these three numbers on first load and not the validator.
 */
export const pageSizes = [25, 50, 100] as const;
