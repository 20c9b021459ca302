export const roles = ['admin', 'support'] as const;
export type Role = (typeof roles)[number];
