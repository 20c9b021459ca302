type EntranceHeadProps = { title: string; lead?: string };

/** What a page in front of the console is about. */
export function SignInHead({ title, lead }: EntranceHeadProps) {
  return (
    <div className="mb-5">
      <h1 className="text-xl font-semibold tracking-tight text-balance break-words">{title}</h1>
      {lead ? <p className="mt-1 text-ink-2 text-pretty break-words">{lead}</p> : null}
    </div>
  );
}
