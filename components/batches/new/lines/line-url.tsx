import { clsx } from 'clsx';
import { UrlPieces } from '#components/ui/url/url-pieces.tsx';

/** A URL in one line: its ends are where two URLs of one system differ. `old`: struck out, as what would be replaced. */
export function LineUrl({ url, old = false }: { url: string; old?: boolean }) {
  const Line = old ? 'del' : 'span';
  const ends = old ? 'text-bad line-through' : 'text-ink';
  return (
    <Line
      translate="no"
      title={url}
      className={clsx('flex min-w-0 font-mono no-underline', old ? 'text-xs' : 'text-sm')}
    >
      <UrlPieces url={url} ends={ends} inner={old ? ends : 'text-ink-3'} tailWidth="min-w-[8ch]" />
    </Line>
  );
}
