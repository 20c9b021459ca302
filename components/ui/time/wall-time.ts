import { absoluteTime } from '#components/ui/time/time-text.ts';

export const dayMs = 86_400_000;

const wallTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A moment as its zone's clock on the wall shows it, written as if that were UTC. */
const onTheWall = (at: number, zone: string): number =>
  Date.parse(`${absoluteTime(new Date(at), zone).replace(' ', 'T')}Z`);

/**
 * What a date-time input holds (`2026-11-03T14:05`) as an instant, read in the zone that times are shown in. Undefined
 * for an empty or impossible value. A wall time that a clock change makes twice counts as the first, and one that it
 * leaves out as an hour later, as the platform does for its own zone.
 */
export function readWallTime(value: string, zone: string): string | undefined {
  const wall = wallTime.test(value) ? Date.parse(`${value}Z`) : Number.NaN;
  if (Number.isNaN(wall)) return undefined;
  const under = (near: number) => wall - (onTheWall(near, zone) - near);
  const [before, after] = [under(wall - dayMs), under(wall + dayMs)];
  const fits = [before, after].filter((at) => onTheWall(at, zone) === wall);
  return new Date(Math.min(...(fits.length > 0 ? fits : [before]))).toISOString();
}

/** Which day it is in the zone that times are shown in: `2026-11-03`. */
export const dayOf = (at: Date, zone: string): string => absoluteTime(at, zone).slice(0, 10);

/** An instant as a date-time input wants it, in the zone that times are shown in, to the minute. */
export const toWallTime = (iso: string | undefined, zone: string): string =>
  iso ? absoluteTime(new Date(iso), zone).replace(' ', 'T').slice(0, 16) : '';
