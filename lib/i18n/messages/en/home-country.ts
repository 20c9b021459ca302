/** The country that completes numbers typed without a country code. */
export const homeCountry = {
  readAs: 'Read as <country></country>',
  change: 'change',
  changeName: 'Read as {country}: change the home country',
  find: 'Find a country or calling code',
  list: 'Countries',
  none: 'No country matches “{text}”.',
  own: 'This is your own choice.',
  useConsole: 'Use the console’s: {country}',
  onlyYours: 'For numbers that you type without a country code. Others keep theirs.',
  changed: 'Home country: {country}',
};
