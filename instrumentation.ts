/** At server start, once a process: open the database, bring it up to date, and start what runs beside requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { boot } = await import('#lib/boot.ts');
  await boot();
}
