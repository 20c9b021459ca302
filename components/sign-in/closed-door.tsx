import { buttonClass } from '#components/ui/button-class.ts';

/** Where a link leads nowhere any more: why, and the way on. */
export function ClosedDoor({ text, action }: { text: string; action: { href: string; label: string } }) {
  return (
    <div className="grid gap-4">
      <p className="text-ink-2 text-pretty">{text}</p>
      <a href={action.href} className={buttonClass('primary')}>
        {action.label}
      </a>
    </div>
  );
}
