/** Cookie in which the browser tells its zone, so that the server writes times as they will stay. */
export const zoneCookie = 'patchboard-zone';
