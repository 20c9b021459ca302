import { productName } from '#components/shell/product-name.ts';

/** Two jacks and the cord between them. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className ?? 'size-6'} fill="none">
      <rect x="0.75" y="0.75" width="22.5" height="22.5" rx="5.5" fill="var(--accent)" />
      <path
        d="M7.25 9v3.25c0 6 9.5 6 9.5 0V9"
        stroke="var(--accent-ink)"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
      <circle cx="7.25" cy="7" r="2.35" fill="var(--accent-ink)" />
      <circle cx="16.75" cy="7" r="2.35" fill="var(--accent-ink)" />
      <circle cx="7.25" cy="7" r="0.85" fill="var(--accent)" />
      <circle cx="16.75" cy="7" r="0.85" fill="var(--accent)" />
    </svg>
  );
}

export function Brand() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <BrandMark />
      <span className="text-lg font-semibold tracking-tight" translate="no">
        {productName}
      </span>
    </span>
  );
}
