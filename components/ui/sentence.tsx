'use no memo';

import { Children, type ReactNode } from 'react';

/**
 * A sentence with elements in it, from `t.rich`. It is drawn again as a whole when its words change: where the browser
 * has translated the page, the texts that React would change are no longer in it.
 */
export function Sentence({ children }: { children: ReactNode }) {
  const words = Children.toArray(children).map((part) => (typeof part === 'string' ? part : '\u0000'));
  return <span key={words.join('')}>{children}</span>;
}
