import { clsx } from 'clsx';
import { urlParts } from '#components/ui/url-parts.ts';

/**
 * A URL in one line whose middle gives way first, then its tail: the ends are where two URLs of one system differ.
 * The factors lie so far apart because one pixel less cuts whole letters off a host. `old`: struck out, as what would
 * be replaced.
 */
export function LineUrl({ url, old = false }: { url: string; old?: boolean }) {
  const { head, middle, tail } = urlParts(url);
  const Line = old ? 'del' : 'span';
  const ends = old ? 'text-bad line-through' : 'text-ink';
  const inner = old ? ends : 'text-ink-3';
  return (
    <Line
      translate="no"
      title={url}
      className={clsx('flex min-w-0 font-mono no-underline', old ? 'text-xs' : 'text-sm')}
    >
      <span className={clsx('min-w-[6ch] shrink truncate', ends)}>{head}</span>
      {middle ? (
        <span className={clsx('min-w-[2ch] shrink-[9999999999] truncate', inner)}>{middle}</span>
      ) : null}
      {tail ? <span className={clsx('min-w-[8ch] shrink-[99999] truncate', ends)}>{tail}</span> : null}
    </Line>
  );
}
