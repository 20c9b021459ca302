import 'server-only';
import { hostname, userInfo } from 'node:os';
import type { Database } from '#lib/db/database.ts';
import { makeResetLink } from '#lib/people/reset.ts';
import type { CommandAnswer, Commands } from '#lib/server/control-socket.ts';

export const commandUsage = [
  'Usage: npm run admin -- reset EMAIL',
  '  reset EMAIL   prints a one-time link with which this person sets a new password, and records it',
];

/** The user that runs this process, as `name@host`. */
function operator(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // A user id without a name, as in some containers.
    return `user@${hostname()}`;
  }
}

const refuse = (...lines: string[]): CommandAnswer => ({ ok: false, lines });

/** What `npm run admin` can do: beside a console on PostgreSQL, within it on the embedded database. */
export const adminCommands = (ground: { db: Database; origin: string }): Commands => ({
  reset: async (parameters) => {
    const [email, ...more] = parameters;
    if (!email || more.length > 0 || !email.includes('@')) return refuse(...commandUsage);
    const link = await makeResetLink(ground, { email, by: operator() });
    switch (link.kind) {
      case 'unknown':
        return refuse(`Nobody here has the email ${link.email}. Check its spelling.`);
      case 'disabled':
        return refuse(`${link.email} is disabled. An admin can enable them on the People page.`);
      case 'made':
        return {
          ok: true,
          lines: [
            `New password for ${link.name} (${link.email}), by this link, once, for ${link.hours} hours:`,
            link.url,
          ],
        };
    }
  },
});
