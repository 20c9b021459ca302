export const undo = {
  some: '{restorable, number} of {total, plural, one {# line} other {# lines}} can be put back.',
  all: '{total, plural, one {This line} other {All # lines}} can be put back.',
  none: 'Nothing in this batch can be put back.',
  leftOut: {
    first: '{count, number} had no earlier URL here',
    changed: '{count, plural, one {# was} other {# were}} changed by somebody since',
    already: '{count, plural, one {# has} other {# have}} the earlier URL already',
    noUrl:
      '{count, plural, one {# was} other {# were}} bound without a URL before, which can’t be sent again',
    urlNotAllowed:
      '{count, plural, one {# had an earlier URL} other {# had earlier URLs}} that the rules no longer allow',
    appGone: '{count, plural, one {# belongs} other {# belong}} to an app that is no longer set up',
    refused:
      '{count, plural, one {# was refused, so it was} other {# were refused, so they were}} never in force',
    unsent: '{count, plural, one {# was} other {# were}} not sent',
    underWay: '{count, plural, one {# is} other {# are}} still under way',
  },
  unknown:
    '{count, plural, one {# of them has an unknown outcome} other {# of them have an unknown outcome}}: putting it back settles that too.',
  which: 'Which lines stay out',
  line: 'Line {line, number}',
  more: 'and {count, plural, one {# more} other {# more}}',
  done: 'Puts back {sent, number} of {total, plural, one {# line} other {# lines}} of that batch.',
  removed: '{count, plural, one {# was} other {# were}} taken out or changed in the dry run',
};
