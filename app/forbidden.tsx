import Forbidden from '#app/(console)/forbidden.tsx';

/** Outside the console there is no shell with a main part around it. */
export default function ForbiddenPage() {
  return (
    <main>
      <Forbidden />
    </main>
  );
}
