/** The filters of history that are lists: a row has any of the values, or with `not` none of them. */
export const historyLists = ['outcome', 'app', 'type', 'actor', 'source', 'host', 'number', 'batch'] as const;
export type HistoryList = (typeof historyLists)[number];

/** What history can be sorted by; the first is the default. Rows that are equal in it are ordered by id. */
export const historySorts = ['time', 'number', 'duration'] as const;
export type HistorySort = (typeof historySorts)[number];

/** The first is the default. */
export const sortOrders = ['desc', 'asc'] as const;
