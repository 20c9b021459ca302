'use client';

import { FailedPage, type FailedPageProps } from '#components/shell/failed-page.tsx';

/** Inside the console the shell, with its main part, stays around it. */
export default function ConsoleErrorPage(props: FailedPageProps) {
  return <FailedPage {...props} />;
}
