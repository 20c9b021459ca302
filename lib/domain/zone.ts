const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
}

/** Longest name of a time zone that is looked at. */
const longestName = 64;

/** Whether Intl knows a zone by this name. Offsets such as `+08:00` are none: they name no place's rules. */
export function isTimeZone(name: string): boolean {
  if (name.length > longestName || !/^[A-Za-z]/.test(name)) return false;
  try {
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/** What a wall clock of the zone shows at this moment, as if it were UTC, in ms. */
export function wallTimeMs(at: Date, zone: string): number {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + at.getUTCMilliseconds();
}

/**
 * The moment at which a wall clock of the zone shows this (as if it were UTC, in ms). Where a clock change leaves it
 * out, the moment of the change; where it comes twice, the first.
 */
export function momentOfWallTime(wallMs: number, zone: string): Date {
  const guess = (offsetMs: number) => new Date(wallMs - offsetMs);
  const offsetAt = (at: Date) => wallTimeMs(at, zone) - at.getTime();
  const first = guess(offsetAt(new Date(wallMs)));
  const second = guess(offsetAt(first));
  return wallTimeMs(second, zone) === wallMs && second < first ? second : hit(first, second, wallMs, zone);
}

const hit = (first: Date, second: Date, wallMs: number, zone: string): Date =>
  wallTimeMs(first, zone) === wallMs ? first : second;

const dayMs = 86_400_000;

/** Midnight of the day that a moment lies in, `days` later. */
export function startOfDay(at: Date, zone: string, days = 0): Date {
  const wallMs = wallTimeMs(at, zone);
  return momentOfWallTime(wallMs - (((wallMs % dayMs) + dayMs) % dayMs) + days * dayMs, zone);
}
