export const numberGroup = {
  code: '{code} numbers',
  mainland: {
    mobile: 'mainland mobiles',
    landline: 'mainland landlines',
    service: 'mainland 400 and 800 numbers',
    premium: 'mainland premium-rate numbers',
    shared_cost: 'mainland shared-cost numbers',
    other: 'other mainland numbers',
  },
  short: 'short public numbers',
  internal: 'internal numbers',
  extension: 'extensions',
  other: 'other numbers',
  decided:
    '{name} decided that {count, plural, one {# line is} other {# lines are}} read as {group}, not as {others}.',
};
