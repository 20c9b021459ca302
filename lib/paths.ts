/** Every address of the console, in one place. */
export const paths = {
  home: '/',
  bind: '/bind',
  history: '/history',
  binding: (id: string) => `/history/${encodeURIComponent(id)}` as const,
  people: '/people',
  settings: '/settings',
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}` as const,
  invitation: (token: string) => `/invitation?token=${encodeURIComponent(token)}` as const,
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  api: {
    health: '/api/health',
    bindings: '/api/bindings',
    binding: (id: string) => `/api/bindings/${encodeURIComponent(id)}` as const,
    suggestions: '/api/bindings/suggestions',
    views: '/api/views',
    facets: '/api/bindings/facets',
    chart: '/api/bindings/chart',
    overview: '/api/overview',
    numberFacts: '/api/numbers/facts',
  },
} as const;
