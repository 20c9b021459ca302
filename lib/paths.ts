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
  /** `next`: where to go afterwards. `problem`: why it did not work, where no script could say so. */
  signIn: (next?: string, problem?: string) => {
    const query = new URLSearchParams({
      ...(next ? { next } : {}),
      ...(problem ? { problem } : {}),
    }).toString();
    return query === '' ? '/sign-in' : `/sign-in?${query}`;
  },
  api: {
    health: '/api/health',
    bindings: '/api/bindings',
    binding: (id: string) => `/api/bindings/${encodeURIComponent(id)}` as const,
    numberFacts: '/api/numbers/facts',
  },
} as const;
