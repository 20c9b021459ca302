// Loaded before a process by the schedule of fault 24: its wall clock jumps by an hour at SIGUSR2, is right again at the next
// one, then jumps the other way. The monotonic clock stays, as it does when an operator sets the time.

const hourMs = 3_600_000;
const Wall = Date;
const first = process.env.PATCHBOARD_CLOCK_JUMP === 'back' ? -hourMs : hourMs;
const shifts = [0, first, 0, -first];
let shiftMs = 0;
let jumps = 0;

process.on('SIGUSR2', () => {
  jumps += 1;
  shiftMs = shifts[jumps % shifts.length] ?? 0;
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
