'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

type NumberTypeNoteProps = {
  shape: 'line' | 'inner' | null;
  value: string;
  /** The person chose by hand: the console then only suggests. */
  chosen: boolean;
  onUse: () => void;
};

/** Says where the number type came from, or that the number looks like the other one. Never switches silently. */
export function NumberTypeNote({ shape, value, chosen, onUse }: NumberTypeNoteProps) {
  const t = useTranslations('bind.number');
  if (!shape) return null;
  const fits = value === (shape === 'line' ? 'number' : 'inner');
  if (fits) return chosen ? null : <p className="mt-1.5 text-sm text-ink-3">{t(`typeSet.${shape}`)}</p>;
  if (value === 'none' || value === '') return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-2 text-sm text-warn">
      <span>{t(`typeDiffers.${shape}`)}</span>
      <Button size="sm" onClick={onUse}>
        {t(`typeUse.${shape}`)}
      </Button>
    </p>
  );
}
