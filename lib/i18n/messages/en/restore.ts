export const restore = {
  button: 'Restore this URL',
  before: 'Put back what was there before',
  title: 'Put this URL back on <number></number>?',
  from: 'The URL to put back was set by {name}, <time></time>.',
  unchangedText:
    'The number has this URL and type already, as far as is known here, so there is nothing to put back. The bind form can send it again.',
  alreadySet: 'Already set: the number has it now, as far as is known here.',
  hiddenPart: 'The two addresses differ only in a part that is hidden here.',
  refused: 'This URL can’t be put back',
  entry: {
    exact: 'Exact',
    uncertain: 'Not certain',
    unknown: 'Unknown',
    beforeExact: 'The old URL is the one last confirmed here before this change.',
    beforeNoUrl:
      'The change before this one was sent without a callback URL. What the provider does then is not documented.',
    beforeUncertain:
      'An earlier change of this number had an unknown outcome, so the old URL may be another.',
    beforeNone: 'What was there before is not known: it was never set through this console.',
    timing: 'Timing',
    requestN: 'Request {n}',
    waited: 'Waited for its turn',
    wire: 'On the wire',
    total: 'From stored to answered',
    waitedAndWire: 'sent {waited} later, over after another {wire}',
    unmeasured: 'Not measured: nobody saw the answer arrive.',
    notOver: 'Not over yet.',
    storedAt: 'Stored <time></time>',
    settledAt: 'Settled <time></time>',
    requestIds: 'RequestId',
    noRequestId: 'None: no request reached the provider, or no answer reached us.',
  },
};
