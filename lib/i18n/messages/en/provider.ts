export const provider = {};
