const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
}

/**
 * `2026-11-03 14:05:09` in the given zone: one order for every language, and put together from parts, so that the
 * server's and the browser's editions of Intl can't disagree.
 */
export function absoluteTime(at: Date, zone: string): string {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
];

/** "3 min. ago" in the given language. `nowMs` comes from a ticking clock. */
export function relativeTime(at: Date, nowMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  let value = Math.round((at.getTime() - nowMs) / 1000);
  for (const [unit, limit] of steps) {
    if (Math.abs(value) < limit) return format.format(value, unit);
    value = Math.trunc(value / limit);
  }
  return format.format(value, 'year');
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = offsetFormats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  offsetFormats.set(zone, made);
  return made;
}

/** `UTC+8`, as it stood at that moment. */
export function zoneName(at: Date, zone: string): string {
  const parts = offsetFormat(zone).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name.replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** The zone of several moments at once: `UTC+1, UTC+2` where a clock change lies between them. */
export const zoneNames = (moments: readonly Date[], zone: string): string =>
  [...new Set(moments.map((at) => zoneName(at, zone)))].join(', ');
