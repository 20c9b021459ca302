import type { Viewer } from '#lib/auth/viewer.ts';

/** A person as a session tells of them. */
export const person = (name: string, role: Viewer['role']): Viewer => ({
  id: `person-${name}`,
  name,
  email: `${name.toLowerCase()}@acme.com`,
  role,
  sessionId: `session-${name}`,
  address: '192.0.2.7',
});
export const ada = person('Ada', 'admin');
export const ben = person('Ben', 'admin');
export const sue = person('Sue', 'support');
