'use no memo';

import { clsx } from 'clsx';
import { urlParts } from '#components/ui/url/url-parts.ts';

type UrlPiecesProps = {
  url: string;
  /** Of host and last path part; `inner`: of what stands between them. */
  ends: string;
  inner: string;
  /** The least that is shown of the last part; a shorter one is shown whole. */
  tailWidth: string;
};

/** Letters that every `tailWidth` has room for. */
const shortTail = 8;

/**
 * A URL in one line whose middle gives way first, then its tail; the factors lie so far apart because one pixel less cuts
 * whole letters off a host. What is seen is content of the style, and over it lies the URL as one text that cannot be
 * seen: a browser puts line breaks between the parts when they are selected, and the text is what is selected here.
 */
export function UrlPieces({ url, ends, inner, tailWidth }: UrlPiecesProps) {
  const { head, middle, tail } = urlParts(url);
  const piece = 'truncate before:content-[attr(data-piece)]';
  return (
    <span className="relative flex min-w-0">
      <span aria-hidden className="flex min-w-0">
        <span data-piece={head} className={clsx(piece, 'min-w-[6ch] shrink', ends)} />
        {middle ? (
          <span data-piece={middle} className={clsx(piece, 'min-w-[2ch] shrink-[9999999999]', inner)} />
        ) : null}
        {tail ? (
          <span
            data-piece={tail}
            className={clsx(
              piece,
              tail.length <= shortTail ? 'shrink-0' : [tailWidth, 'shrink-[99999]'],
              ends,
            )}
          />
        ) : null}
      </span>
      <span className="absolute inset-0 overflow-hidden whitespace-nowrap text-transparent no-underline forced-color-adjust-none selection:text-transparent">
        {url}
      </span>
    </span>
  );
}
