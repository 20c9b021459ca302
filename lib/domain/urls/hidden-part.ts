/** What stands in for a hidden part of a URL, however long that is. */
export const maskedValue = '***';

/**
 * Whether a part of a shown URL is hidden: such a URL is not the one that was bound. Apart from the masking itself,
 * because the browser needs this one question and not the rules.
 */
export const hasHiddenPart = (url: string): boolean => /(?:^|[/=?&;#])\*\*\*(?:$|[/=?&;#@])/.test(url);
