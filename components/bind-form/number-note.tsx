'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useNumberKind } from '#components/binding/number-meaning-text.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import type { NumberChange, NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';
import type { IgnoredKind, NumberReading } from '#lib/domain/numbers/phone-number.ts';

type Settled = Extract<NumberReading, { kind: 'ready' }>['settledBy'];

type NumberNoteProps = {
  meaning: NumberMeaning;
  ignored: readonly IgnoredKind[];
  /** Null: chosen by the person. */
  settledBy: Settled | null;
};

/** The live line under the number field: what will be sent, why, and what was changed to get there. Blocks nothing. */
export function NumberNote({ meaning, ignored, settledBy }: NumberNoteProps) {
  const t = useTranslations('bind.number');
  const about = useTranslations('numberMeaning');
  const locale = useLocale();
  const kindOf = useNumberKind();
  const list = (parts: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
  const changes = (act: NumberChange['act']) =>
    meaning.changes.filter((change) => change.act === act && change.digits !== '');
  const added = changes('added').map(({ what, digits }) =>
    what === 'exit_code' || what === 'country_code' || what === 'trunk_prefix'
      ? about(`addedPart.${what}`, { digits })
      : digits,
  );
  const removed = changes('removed').map(({ what, digits }) => about(`part.${what}`, { digits }));
  const notice = noticeOf(meaning, settledBy);
  const isNamed = settledBy !== null && settledBy !== 'home' && settledBy !== 'internal';
  return (
    <div className="mt-1.5 text-sm text-ink-2">
      <p>
        <Sentence>
          {t.rich('willBe', {
            number: () => <NumberText number={meaning.sent} className="font-mono font-medium text-ink" />,
            type: meaning.shape,
          })}
        </Sentence>
      </p>
      <p className="text-ink-3">
        {[kindOf(meaning), ...(isNamed ? [about(`settled.${settledBy}`)] : [])].join('. ')}
      </p>
      {added.length > 0 ? <p className="text-ink-3">{about('added', { parts: list(added) })}</p> : null}
      {removed.length > 0 ? <p className="text-ink-3">{about('removed', { parts: list(removed) })}</p> : null}
      {ignored.length > 0 ? (
        <p className="text-ink-3">
          {t('ignored', { kinds: list(ignored.map((kind) => t(`kinds.${kind}`))) })}
        </p>
      ) : null}
      {notice ? <p className="text-warn">{about(`notice.${notice}`)}</p> : null}
    </div>
  );
}

/** What to look at before it is sent; nothing for a number that the app already has. */
function noticeOf({ numberKind, inPlan }: NumberMeaning, settledBy: Settled | null) {
  if (settledBy === 'known') return null;
  if (numberKind === 'service') return 'service';
  if (inPlan) return null;
  return numberKind === 'internal' ? 'oddInternal' : 'notInPlan';
}
