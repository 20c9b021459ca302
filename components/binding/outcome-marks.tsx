'use client';

import type { BindingState } from '#lib/domain/outcome.ts';

/** From the bottom of a bar to its top. */
export const stackOrder = ['bound', 'refused', 'unknown', 'unsent', 'denied', 'sending', 'queued'] as const;

const colours: Record<BindingState, string> = {
  bound: 'var(--good)',
  refused: 'var(--bad)',
  unknown: 'var(--warn)',
  unsent: 'var(--ink-3)',
  denied: 'var(--ink-3)',
  sending: 'var(--accent)',
  queued: 'var(--line-strong)',
};

export const fillOf = (prefix: string, state: BindingState): string =>
  state === 'bound' ? colours.bound : `url(#${prefix}-${state})`;

/** Each outcome but the usual one has a pattern besides its colour, so that the chart reads in greyscale. */
export function ChartPatterns({ prefix }: { prefix: string }) {
  const pattern = (state: BindingState, mark: React.ReactNode) => (
    <pattern id={`${prefix}-${state}`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={colours[state]} />
      <g stroke="var(--surface)" strokeWidth="1.4" fill="var(--surface)">
        {mark}
      </g>
    </pattern>
  );
  return (
    <defs>
      {pattern('refused', <path d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" />)}
      {pattern('unknown', <circle cx="3" cy="3" r="0.9" stroke="none" />)}
      {pattern('unsent', <path d="M0 0l6 6M6 0l-6 6" />)}
      {pattern('denied', <path d="M0 3h6" />)}
      {pattern('sending', <path d="M3 0v6" />)}
      {pattern('queued', <path d="M0 3h6M3 0v6" />)}
    </defs>
  );
}

/** The sample of an outcome in the legend. */
export function Swatch({ prefix, state }: { prefix: string; state: BindingState }) {
  return (
    <svg aria-hidden="true" width="12" height="12" className="shrink-0 rounded-xs">
      <rect width="12" height="12" fill={fillOf(prefix, state)} />
    </svg>
  );
}
