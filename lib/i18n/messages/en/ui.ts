export const ui = {
  outcome: {
    queued: 'Queued',
    sending: 'Sending',
    bound: 'Bound',
    refused: 'Refused',
    unknown: 'Unknown',
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
  optional: '(optional)',
  loading: 'Loading…',
  retry: 'Try again',
};
