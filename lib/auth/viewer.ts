import type { Role } from '#lib/domain/role.ts';

/** Who is looking. Read from the session row on every request, never from a cache. */
export type Viewer = {
  id: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
  /** The peer's network address as the server's socket saw it, or as a trusted proxy reported it. */
  address: string | null;
};
