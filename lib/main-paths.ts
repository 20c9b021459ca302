/** The console's pages without those of one thing. Apart from `paths`, because every page loads these. */
export const mainPaths = {
  home: '/',
  bind: '/bind',
  history: '/history',
  numbers: '/numbers',
  batches: '/batches',
  newBatch: '/batches/new',
  people: '/people',
  auditLog: '/audit-log',
  connection: '/connection',
  account: '/account',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
} as const;
