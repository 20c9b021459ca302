import { mainPaths } from '#lib/main-paths.ts';

/** Every address of the console, in one place. */
export const paths = {
  ...mainPaths,
  /** The bind form with the app and the number filled in. */
  bindNumber: (appId: string, number: string) => `/bind?app=${appId}&number=${number}` as const,
  binding: (id: string) => `/history/${encodeURIComponent(id)}` as const,
  number: (appId: string, number: string) => `/numbers/${appId}/${encodeURIComponent(number)}` as const,
  batch: (id: string) => `/batches/${encodeURIComponent(id)}` as const,
  // The token stands behind the #, which browsers send to no server and no proxy writes down.
  setup: (token: string) => `/setup#token=${encodeURIComponent(token)}` as const,
  invitation: (token: string) => `/invitation#token=${encodeURIComponent(token)}` as const,
  api: {
    health: '/api/health',
    bindings: '/api/bindings',
    binding: (id: string) => `/api/bindings/${encodeURIComponent(id)}` as const,
    restore: (id: string) => `/api/bindings/${encodeURIComponent(id)}/restore` as const,
    suggestions: '/api/bindings/suggestions',
    fittingNumbers: '/api/bindings/suggestions/numbers',
    knownAmong: '/api/bindings/suggestions/known',
    exports: '/api/exports',
    export: (id: string) => `/api/exports/${encodeURIComponent(id)}` as const,
    exportTurn: (id: string) => `/api/exports/${encodeURIComponent(id)}/turn` as const,
    views: '/api/views',
    batches: '/api/batches',
    batch: (id: string) => `/api/batches/${encodeURIComponent(id)}` as const,
    batchLines: (id: string) => `/api/batches/${encodeURIComponent(id)}/lines` as const,
    batchReport: (id: string, zone: string) =>
      `/api/batches/${encodeURIComponent(id)}/report?zone=${encodeURIComponent(zone)}` as const,
    /** Lines that would take back what a batch bound. */
    batchUndo: (id: string) => `/api/batches/${encodeURIComponent(id)}/undo` as const,
    /** Numbers of the board as lines to begin a batch with. */
    batchSource: '/api/batches/source',
    facets: '/api/bindings/facets',
    chart: '/api/bindings/chart',
    overview: '/api/overview',
    numberFacts: '/api/numbers/facts',
    timeline: (appId: string, number: string) => `/api/numbers/${appId}/${number}/timeline` as const,
    moment: (appId: string, number: string) => `/api/numbers/${appId}/${number}/moment` as const,
    hostShares: (appId: string, number: string) => `/api/numbers/${appId}/${number}/hosts` as const,
    numbers: '/api/numbers',
    numberHosts: '/api/numbers/hosts',
    hostUrls: '/api/numbers/hosts/urls',
    numberLists: '/api/numbers/lists',
  },
} as const;
