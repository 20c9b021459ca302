/** Ranges a person picks most; each is written into the address as a fixed instant, so a link means the same later. */
export const rangePresets = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_592_000_000,
} as const;
export type RangePreset = keyof typeof rangePresets;
export const presetNames = Object.keys(rangePresets) as RangePreset[];

/** Start of a preset as UTC ISO 8601, on a whole minute so that the address stays readable. */
export function presetStart(preset: RangePreset, now: Date): string {
  const minute = 60_000;
  return new Date(Math.floor((now.getTime() - rangePresets[preset]) / minute) * minute).toISOString();
}

/**
 * What a date-time input holds (`2026-11-03T14:05`) as an instant, read in the viewer's zone. Undefined for an empty
 * or impossible value. Where a clock change makes a wall time twice or never, the platform's choice counts.
 */
export function readWallTime(value: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** An instant as a date-time input wants it, in the viewer's zone, to the minute. */
export function toWallTime(iso: string | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
