import { dayMs, dayOf, readWallTime } from '#components/ui/time/wall-time.ts';

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

const plainDay = /^\d{4}-\d\d-\d\d$/;

/** A whole day (`2026-11-03`) of the zone that times are shown in; undefined for a text that is none. */
export function dayRange(day: string, zone: string): { from: string; to: string } | undefined {
  const noon = plainDay.test(day) ? Date.parse(`${day}T12:00Z`) : Number.NaN;
  if (Number.isNaN(noon) || dayOf(new Date(noon), 'UTC') !== day) return undefined;
  const from = readWallTime(`${day}T00:00`, zone);
  const to = readWallTime(`${dayOf(new Date(noon + dayMs), 'UTC')}T00:00`, zone);
  return from && to ? { from, to } : undefined;
}
