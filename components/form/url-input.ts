/** What makes a text field one for a callback URL: nothing is completed, capitalised or corrected in it. */
export const urlInput = {
  mono: true,
  placeholder: 'https://',
  inputMode: 'url',
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
} as const;
