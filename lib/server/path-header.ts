/** In it proxy.ts tells the pages which path was asked for, so that signing in can lead back there. */
export const pathHeader = 'x-patchboard-path';
