import { buttonClass } from '#components/ui/button-class.ts';
import { paths } from '#lib/paths.ts';

/** Where a link leads nowhere any more: why, and the way on. */
export function ClosedDoor({ text, action }: { text: string; action: string }) {
  return (
    <div className="grid gap-4">
      <p className="text-ink-2 text-pretty">{text}</p>
      <a href={paths.signIn()} className={buttonClass('primary')}>
        {action}
      </a>
    </div>
  );
}
