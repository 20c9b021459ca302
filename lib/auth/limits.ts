const minute = 60_000;
const hour = 60 * minute;

/** In characters. No rules of composition: NIST SP 800-63B asks for length alone. */
export const passwordLimits = { min: 12, max: 128 } as const;

export const sessionLimits = {
  /** A session that nobody used for so long is over. */
  idleMs: 30 * minute,
  /** However busy, it is over then. */
  absoluteMs: 12 * hour,
  /** Use is written down at most so often. */
  touchMs: minute,
} as const;

/** How long a single-use link works. */
export const linkLimits = { setupMs: hour, invitationMs: 72 * hour, resetMs: 24 * hour } as const;
