export const bind = {};
