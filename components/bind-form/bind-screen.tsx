'use client';

import { useEffect } from 'react';
import { blankValues } from '#components/bind-form/bind-values.ts';
import { type BindScreenProps, BindWorkspace } from '#components/bind-form/bind-workspace.tsx';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import { paths } from '#lib/paths.ts';

/**
 * The form needs the tab's draft, which the server does not have. So the first picture is the same form, empty and
 * asleep, and the real one takes its place once the page runs: nothing typed in between can be lost.
 */
export function BindScreen(props: BindScreenProps) {
  const hydrated = useHydrated();
  const [first] = props.apps;
  const isOpened = props.wanted !== null;
  // From here on the draft knows the number: a reload has to show what was typed since, not the address again.
  useEffect(() => {
    if (isOpened) window.history.replaceState(null, '', paths.bind);
  }, [isOpened]);
  const blank = blankValues(props.apps.length === 1 && first ? first.id : '');
  return <BindWorkspace {...props} key={hydrated ? 'awake' : 'asleep'} asleep={!hydrated} blank={blank} />;
}
