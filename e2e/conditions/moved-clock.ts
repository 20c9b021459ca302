// Loaded before a console under test: each SIGUSR2 moves its wall clock ten minutes on.

const stepMs = 600_000;
const Wall = Date;
let shiftMs = 0;

process.on('SIGUSR2', () => {
  shiftMs += stepMs;
});

globalThis.Date = class extends Wall {
  constructor(...parts: [] | [value: number | string | Date]) {
    if (parts.length === 0) super(Wall.now() + shiftMs);
    else super(...parts);
  }

  // Next copies what the class itself has.
  static override parse = Wall.parse;
  static override UTC = Wall.UTC;
  static override now(): number {
    return Wall.now() + shiftMs;
  }
} as DateConstructor; // the parts that are not overridden are those of the real one

export {};
