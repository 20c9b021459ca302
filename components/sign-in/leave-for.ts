/** A full load: nothing of whoever used this page before stays in memory. `to` is a path the server has checked. */
export const leaveFor = (to: string): void => window.location.assign(to);
