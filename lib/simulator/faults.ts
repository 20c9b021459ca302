import type { Fault, Program } from '#lib/simulator/fault.ts';

type Programmed = Program & { id: number; seen: number; struck: number; left: number };

/** The faults that are programmed, oldest first; the first that matches a request is the one that strikes. */
export function createFaultBook() {
  let programs: (Programmed & { random: () => number })[] = [];
  let lastId = 0;
  return {
    add(program: Program): number {
      lastId += 1;
      const once = program.when.probability === undefined ? 1 : null;
      const times = program.times === undefined ? once : program.times;
      const random = seededRandom(program.when.seed ?? lastId);
      programs.push({
        ...program,
        id: lastId,
        seen: 0,
        struck: 0,
        left: times ?? Number.POSITIVE_INFINITY,
        random,
      });
      return lastId;
    },
    /** Counts a request for every program, so that "the n-th" means the same whichever fault strikes. */
    take(request: { number: string | null; action: string | null }): { id: number; fault: Fault } | null {
      const matching = programs.filter((program) => {
        program.seen += 1;
        const { nth, number, action, probability } = program.when;
        const drawn = probability === undefined || program.random() < probability;
        const named =
          (number === undefined || number === request.number) &&
          (action === undefined || action === request.action);
        return program.left > 0 && drawn && named && (nth === undefined || nth === program.seen);
      });
      const [chosen] = matching;
      if (!chosen) return null;
      chosen.left -= 1;
      chosen.struck += 1;
      return { id: chosen.id, fault: chosen.fault };
    },
    list: () => programs.map(({ id, when, fault, seen, struck }) => ({ id, when, fault, seen, struck })),
    clear() {
      programs = [];
    },
  };
}

/** Mulberry32: a small generator whose whole state is the seed; public domain algorithm by Tommy Ettinger. */
function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
