/** Every address of the console, in one place. */
export const paths = {
  home: '/',
  bind: '/bind',
  /** The bind form with the app and the number filled in. */
  bindNumber: (appId: string, number: string) => `/bind?app=${appId}&number=${number}` as const,
  history: '/history',
  binding: (id: string) => `/history/${encodeURIComponent(id)}` as const,
  numbers: '/numbers',
  number: (appId: string, number: string) => `/numbers/${appId}/${encodeURIComponent(number)}` as const,
  people: '/people',
  settings: '/settings',
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}` as const,
  invitation: (token: string) => `/invitation?token=${encodeURIComponent(token)}` as const,
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  api: {
    health: '/api/health',
    bindings: '/api/bindings',
    binding: (id: string) => `/api/bindings/${encodeURIComponent(id)}` as const,
    restore: (id: string) => `/api/bindings/${encodeURIComponent(id)}/restore` as const,
    suggestions: '/api/bindings/suggestions',
    numberFacts: '/api/numbers/facts',
    timeline: (appId: string, number: string) => `/api/numbers/${appId}/${number}/timeline` as const,
    moment: (appId: string, number: string) => `/api/numbers/${appId}/${number}/moment` as const,
    hostShares: (appId: string, number: string) => `/api/numbers/${appId}/${number}/hosts` as const,
  },
} as const;
