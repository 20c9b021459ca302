import { forgetOthers } from '#components/shell/sign-out.ts';

/** A full load: nothing of whoever used this page before stays in memory. `to` is a path the server has checked. */
export function leaveFor({ to, viewerId }: { to: string; viewerId: string }): void {
  forgetOthers(viewerId);
  window.location.assign(to);
}
