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
  urlChange: {
    removed: 'removed',
    added: 'added',
    none: 'no callback URL',
    onlyHidden: 'Only the hidden part differs: each marked *** stands for another value.',
    hiddenFromYours: 'Differs from yours in a hidden part',
  },
  urlWarnings: {
    http: 'http:// is not encrypted: anybody on the way can read who calls.',
    placeholder: 'The host is a sample or a placeholder. Your system does not answer calls to it.',
    placeholder_part:
      'The address holds a placeholder. Nothing fills placeholders here: it is sent as it stands.',
    mixed_script: 'The host mixes letters of different scripts: it may be a look-alike of a name you know.',
    ends_in_mark: 'The address ends in a mark that may belong to the sentence it was copied from.',
  },
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
  maybeSent: '{sentence} It may have been sent all the same: history shows it. A repeat is not sent twice.',
  reload: 'Reload page',
  signInAndBack: 'Sign in and come back',
  part: { title: 'This part is missing' },
};
