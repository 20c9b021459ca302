type SkipLinkProps = { text: string; href: `#${string}` };

/** Past what would take many presses of Tab; seen only while it has the focus. */
export function SkipLink({ text, href }: SkipLinkProps) {
  return (
    <a
      href={href}
      className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
    >
      {text}
    </a>
  );
}
