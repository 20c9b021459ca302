export const ui = {
  outcome: {
    queued: 'Queued',
    sending: 'Sending',
    bound: 'Bound',
    refused: 'Refused',
    unknown: 'Unknown',
    unsent: 'Not sent',
    denied: 'Denied',
  },
  copy: {
    copied: 'Copied',
    refused: 'The browser did not allow copying. The text is selected: press Ctrl+C or ⌘C.',
    url: 'Copy URL',
    number: 'Copy number',
    requestId: 'Copy RequestId',
  },
  urlChange: { removed: 'removed', added: 'added', none: 'no callback URL' },
  dialog: { close: 'Close' },
  errorSummary: { title: 'There is a problem', titlePrefix: 'Error: ' },
  pages: { size: 'Rows a page', previous: 'Previous', next: 'Next' },
  empty: {
    filters: 'Active filters: {filters}.',
    clear: 'Clear filters',
    pastEnd: 'No rows on this page',
    pastEndText: 'The link points past the end of the list.',
  },
  ignored: {
    names:
      'Part of the address was not understood and had no effect: {names}. Everything else in it was applied.',
    remove: 'Remove it from the address',
  },
  optional: '(optional)',
  loading: 'Loading…',
  retry: 'Try again',
};
