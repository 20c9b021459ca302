import { wallTimeMs } from '#lib/domain/zone.ts';

/**
 * `2026-11-03 14:05:09` in the given zone: one order for every language, and put together from parts, so that the
 * server's and the browser's editions of Intl can't disagree.
 */
export const absoluteTime = (at: Date, zone: string): string =>
  new Date(wallTimeMs(at, zone)).toISOString().slice(0, 19).replace('T', ' ');

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
