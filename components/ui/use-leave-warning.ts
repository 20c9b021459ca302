'use client';

import { useEffect } from 'react';
import { isLeaving } from '#components/ui/leave-page.ts';

type Question = (leave: () => void) => void;

let unsent = 0;
let unkept = 0;
let question: Question | null = null;

/** True while something on this page is typed and not sent. */
export const hasUnsentWork = (): boolean => unsent > 0;

/** True while something of it would be lost: the tab's storage could not take it. */
export const hasUnkeptWork = (): boolean => unkept > 0;

/** What asks whether the page is to be left; the shell has it. Gives back what takes it away. */
export function offerLeaveQuestion(ask: Question): () => void {
  question = ask;
  return () => {
    if (question === ask) question = null;
  };
}

/**
 * Leaves this page for another one of the console. What is typed comes back from the tab's storage; where it could not be
 * stored it would be lost, so it is asked about first.
 */
export function leavePage(go: () => void): void {
  if (hasUnkeptWork() && question) question(go);
  else go();
}

/** Asks before Back and Forward too, in browsers that let a page hold them up. Gives back what stops that. */
function askBeforeTraversing(): () => void {
  const navigation = globalThis.navigation as Navigation | undefined;
  let isAllowed = false;
  const hold = (event: NavigateEvent) => {
    const { key, url } = event.destination;
    const isElsewhere = new URL(url).pathname !== window.location.pathname;
    if (event.navigationType !== 'traverse' || !event.cancelable || !isElsewhere || isAllowed || !question)
      return;
    event.preventDefault();
    question(() => {
      isAllowed = true;
      navigation?.traverseTo(key);
    });
  };
  navigation?.addEventListener('navigate', hold);
  return () => navigation?.removeEventListener('navigate', hold);
}

/**
 * Asks the browser to warn before the page is closed or left for another site. `isKept`: what is typed comes back on this
 * page; where it does not, links of the console ask as well.
 */
export function useLeaveWarning(active: boolean, isKept = true): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isLeaving()) event.preventDefault();
    };
    unsent += 1;
    window.addEventListener('beforeunload', warn);
    return () => {
      unsent -= 1;
      window.removeEventListener('beforeunload', warn);
    };
  }, [active]);
  const isLost = active && !isKept;
  useEffect(() => {
    if (!isLost) return;
    unkept += 1;
    const stop = askBeforeTraversing();
    return () => {
      unkept -= 1;
      stop();
    };
  }, [isLost]);
}
