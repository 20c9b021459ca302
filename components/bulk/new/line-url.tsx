import { clsx } from 'clsx';
import { urlParts } from '#components/ui/url-parts.ts';

/** A URL in one line whose middle gives way first: the ends are where two URLs of one system differ. */
export function LineUrl({ url, old = false }: { url: string; old?: boolean }) {
  const { head, middle, tail } = urlParts(url);
  const Line = old ? 'del' : 'span';
  const ink = old ? 'text-bad line-through' : 'text-ink';
  return (
    <Line
      translate="no"
      className={clsx('flex min-w-0 font-mono', old ? 'text-xs' : 'text-sm', old && 'line-through')}
    >
      <span className={clsx('min-w-[6ch] shrink truncate', ink)}>{head}</span>
      {middle ? (
        <span className={clsx('min-w-[2ch] shrink-[999999] truncate', old ? ink : 'text-ink-3')}>
          {middle}
        </span>
      ) : null}
      {tail ? <span className={clsx('min-w-[8ch] shrink-[99] truncate', ink)}>{tail}</span> : null}
    </Line>
  );
}
