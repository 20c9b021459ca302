export const passwordReset = {
  madeBy:
    'Link made by {maker} at <time></time>, {address, select, none {address not known} other {from {address}}}',
  makerUnknown: 'Who made the link is not known: an earlier version made it.',
  makers: { commandLine: 'the command line', unknown: 'somebody not signed in', system: 'Patchboard' },
  used: 'Used at <time></time>, {address, select, none {address not known} other {from {address}}}',
  notice: {
    title: 'Your password was reset by a link',
    text: 'If you did not ask for this, somebody else may have signed in as you: tell another admin, and set a new password on Your account.',
    confirmed: 'confirmed earlier from your account',
    confirm: 'I asked for this',
    recorded: 'This is recorded with your name.',
    account: 'Your account',
    done: 'Confirmed and recorded.',
  },
  overview: {
    title:
      '{count, plural, one {A password was reset by a link} other {# passwords were reset by links}} in the last 7 days',
    text: 'Whoever had the link may have signed in as that person. Bindings within 24 h after it carry a mark.',
    of: '{name} ({email})',
    show: 'Show in the audit log',
  },
};
