import { redirect } from 'next/navigation';
import { requireViewer } from '#lib/auth/access.ts';
import { homeOf } from '#lib/auth/home.ts';

/** The start page is where a person's work begins. */
export default async function HomePage() {
  redirect(homeOf((await requireViewer()).role));
}
