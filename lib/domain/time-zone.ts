/** Longest name of a time zone that is looked at. */
const longestName = 64;

/** Whether Intl knows a zone by this name. Offsets such as `+08:00` are none: they name no place's rules. */
export function isTimeZone(name: string): boolean {
  if (name.length > longestName || !/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Zones change their offset on quarters of an hour, so within one quarter it is asked once. */
const quarterMs = 900_000;

/**
 * Writes moments as `2026-11-03 14:05:09` in a zone, as history shows them and spreadsheets read them. Made for long
 * lists in order of time: Intl is asked once a quarter of an hour and not once a row.
 */
export function wallClock(zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const offsetAt = (at: number): number => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
  let known = { quarter: Number.NaN, offsetMs: 0 };
  return (at) => {
    const quarter = Math.floor(at.getTime() / quarterMs);
    if (quarter !== known.quarter) known = { quarter, offsetMs: offsetAt(quarter * quarterMs) };
    return new Date(at.getTime() + known.offsetMs).toISOString().slice(0, 19).replace('T', ' ');
  };
}
