/** The product's name is the same in every language. */
export const productName = 'Patchboard';
