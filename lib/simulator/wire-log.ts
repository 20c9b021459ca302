/** One request as the simulator saw it. Facts that come later (applied, answered) are filled in once, never changed. */
export type WireEntry = {
  /** 1 for the first request since the start or the last reset. */
  n: number;
  connectionId: number;
  /** Head of the request parsed, and body complete: milliseconds since the epoch on a clock that never steps back. */
  arrivedAtMs: number;
  completedAtMs: number;
  /** The same arrival on the machine's wall clock. */
  arrivedAt: string;
  method: string;
  target: string;
  httpVersion: string;
  rawHeaders: readonly string[];
  bodyBase64: string;
  bodySha256: string;
  action: string | null;
  timestamp: string | null;
  sdkAppId: string | null;
  number: string | null;
  numberType: string | null;
  callbackUrl: string | null;
  /** `ok`, `incomplete` (the client left before the end of the body), or the code the strict side found. */
  verdict: string;
  requestId: string;
  faultId: number | null;
  faultKind: string | null;
  appliedOrder: number | null;
  appliedAtMs: number | null;
  /** `answered` when the last byte was handed to the socket, `cut` when the socket went before that. */
  ending: 'answered' | 'cut' | null;
  endedAtMs: number | null;
};

export function createWireLog() {
  let entries: WireEntry[] = [];
  return {
    append(facts: Omit<WireEntry, 'n' | 'appliedOrder' | 'appliedAtMs' | 'ending' | 'endedAtMs'>): WireEntry {
      const entry = {
        n: entries.length + 1,
        ...facts,
        appliedOrder: null,
        appliedAtMs: null,
        ending: null,
        endedAtMs: null,
      };
      entries.push(entry);
      return entry;
    },
    since: (n: number): WireEntry[] => entries.filter((entry) => entry.n > n),
    reset() {
      entries = [];
    },
  };
}
