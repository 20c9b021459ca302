/** Cookie in which the browser tells its zone, so that the server writes times as they will stay. */
export const zoneCookie = 'patchboard-zone';

/** A name that Intl takes, such as `Europe/Berlin`. */
export function isZoneName(name: string | undefined): name is string {
  if (name === undefined || name === '') return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
