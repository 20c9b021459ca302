'use no memo';

import { clsx } from 'clsx';
import { numberGroups } from '#lib/domain/numbers/phone-number-format.ts';

type NumberTextProps = {
  /** The number as it is sent. */
  number: string;
  className?: string;
};

/**
 * A number grouped for the eye. The gaps are space without characters, so that selecting, copying and searching
 * the page give the sent form.
 */
export function NumberText({ number, className }: NumberTextProps) {
  const groups = numberGroups(number);
  const placed = groups.map((digits, index) => ({
    digits,
    start: groups.slice(0, index).join('').length,
  }));
  return (
    <span translate="no" className={clsx('figures inline-block whitespace-nowrap', className)}>
      {placed.map(({ digits, start }) => (
        // Not flex items: copying those would put a line break between them.
        <span key={start} className={clsx('inline-block', start > 0 && 'ms-[0.32em]')}>
          {digits}
        </span>
      ))}
    </span>
  );
}
