/** What is known of a number in one or two words; apart from the board, because the bind form says it too. */
export const numberState = {
  label: {
    set: 'Set here',
    unknown: 'Outcome unknown',
    never: 'Never set here',
    sending: 'Being set now',
  },
  provider: {
    normal: 'Normal',
    overdue: 'Overdue',
    disabled: 'Disabled',
    violation: 'In violation',
    other: 'Another state',
    missing: 'Not in the list',
    unread: 'Not read yet',
  },
  code: 'State {code}',
};
