export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Cookie that keeps the chosen theme, so that the server writes the right page at once, without a script. */
export const themeCookie = 'patchboard-theme';

export const isTheme = (value: string | undefined): value is Theme =>
  (themes as readonly string[]).includes(value ?? '');
