import { clsx } from 'clsx';
import { numberGroups } from '#lib/domain/phone-number-format.ts';

type NumberTextProps = {
  /** The number as it is sent. */
  number: string;
  className?: string;
};

/**
 * A number grouped for the eye. The gaps are space without characters, so that selecting, copying and searching
 * the page give the sent form (H5).
 */
export function NumberText({ number, className }: NumberTextProps) {
  const groups = numberGroups(number);
  const placed = groups.map((digits, index) => ({
    digits,
    start: groups.slice(0, index).join('').length,
  }));
  return (
    <span translate="no" className={clsx('figures inline-flex gap-[0.32em] whitespace-nowrap', className)}>
      {placed.map(({ digits, start }) => (
        <span key={start}>{digits}</span>
      ))}
    </span>
  );
}
