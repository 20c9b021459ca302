/** Finding and replacing in the URLs of a new batch. */
export const replace = {
  title: 'Change all URLs at once',
  find: 'Find in URLs',
  with: 'Replace with',
  matches: '{count, plural, =0 {Found in no line} one {Found in # line} other {Found in # lines}}',
  run: 'Replace',
  all: 'One URL for all lines',
  set: 'Set for all',
  done: '{count, plural, =0 {No line changed} one {# line changed} other {# lines changed}}',
};
