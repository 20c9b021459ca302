import { wallTimeMs } from '#lib/domain/zone.ts';

/** Zones change their offset on quarters of an hour, so within one quarter it is asked once. */
const quarterMs = 900_000;

/**
 * Writes moments as `2026-11-03 14:05:09` in a zone, as history shows them and spreadsheets read them. Made for long
 * lists in order of time: Intl is asked once a quarter of an hour and not once a row.
 */
export function wallClock(zone: string): (at: Date) => string {
  let known = { quarter: Number.NaN, offsetMs: 0 };
  return (at) => {
    const quarter = Math.floor(at.getTime() / quarterMs);
    const start = quarter * quarterMs;
    if (quarter !== known.quarter) known = { quarter, offsetMs: wallTimeMs(new Date(start), zone) - start };
    return new Date(at.getTime() + known.offsetMs).toISOString().slice(0, 19).replace('T', ' ');
  };
}
