/** A link within what is read, which is told from the words around it by more than its colour. */
export const linkClass = 'rounded-sm text-accent underline underline-offset-3 hover:text-accent-hover';

/** A way on beside what is read: its place says that it is a link. */
export const quietLinkClass = 'rounded-sm text-sm text-accent underline-offset-3 hover:underline';
