export function SkipLink({ text }: { text: string }) {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
    >
      {text}
    </a>
  );
}
