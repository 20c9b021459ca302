import NotFound from '#app/(console)/not-found.tsx';

/** Outside the console there is no shell with a main part around it. */
export default function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
