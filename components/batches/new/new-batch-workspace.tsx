'use client';

import { useRouter } from 'next/navigation';
import { Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { KeptNote, OtherKeptNote } from '#components/batches/new/kept-note.tsx';
import { DefaultFields } from '#components/batches/new/source/default-fields.tsx';
import { OpeningNote } from '#components/batches/new/source/initial-lines-note.tsx';
import { InputCard } from '#components/batches/new/source/input-card.tsx';
import { fileSource, textSource } from '#components/batches/new/source/read-source.ts';
import { type NewBatchWorkspaceProps, useNewBatch } from '#components/batches/new/use-new-batch.ts';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { paths } from '#lib/paths.ts';

const loadCheckedLines = () => import('#components/batches/new/lines/checked-lines.tsx');
const CheckedLines = lazyWithRetry(loadCheckedLines);

/** Lines in, dry run, and the button that sends. `asleep`: as the server draws it, takes no input. */
export function NewBatchWorkspace(props: NewBatchWorkspaceProps) {
  const { apps, start, asleep } = props;
  const t = useTranslations('newBatch.kept');
  const busy = useTranslations('newBatch.busy');
  const router = useRouter();
  const batch = useNewBatch(props);
  const { dryRun, facts, defaults, opening, kept, other } = batch;
  const { shown } = dryRun;

  // Once the page takes input, so that lines need not wait for it, and are shown without the network.
  useEffect(() => {
    if (!asleep) preload(loadCheckedLines);
  }, [asleep]);

  // An undo brings its own lines; where there are none, nothing else is offered in their place.
  const awaitsLines =
    batch.isRestoring ||
    (opening.kind === 'undo'
      ? opening.plan.restorable === 0
      : start.kind === 'undo' && opening.kind === 'loading');
  const defaultFields = (
    <DefaultFields
      apps={apps}
      value={defaults}
      onChange={batch.setDefaults}
      onSettled={(next) => {
        const before = shown?.defaults;
        if (before && (before.appId !== next.appId || before.callbackUrl !== next.callbackUrl))
          dryRun.setDefaults(next);
      }}
    />
  );
  return (
    <div className="grid gap-4">
      {kept ? <KeptNote {...kept} onStartOver={batch.startOver} /> : null}
      {other ? (
        <OtherKeptNote
          batch={other}
          onTake={() =>
            other.undoes === null
              ? batch.takeOther(other)
              : router.push(`${paths.newBatch}?undoes=${other.undoes}`)
          }
          onDiscard={() => batch.discardOther(other)}
        />
      ) : null}
      {batch.isLost ? <Notice tone="warn">{t('nothing')}</Notice> : null}
      <OpeningNote
        start={start}
        opening={opening}
        onRetry={batch.retry}
        dryRun={dryRun}
        facts={facts}
        isInput={shown === null}
        hasText={batch.text.trim() !== ''}
      />
      {shown === null && awaitsLines ? null : shown === null ? (
        <InputCard
          text={batch.text}
          appId={defaults.appId || (apps[0]?.id ?? '')}
          asleep={asleep}
          busy={dryRun.busyWith !== null}
          onText={batch.setText}
          onRead={(typed) => batch.begin(textSource(typed))}
          onFile={async (file) => batch.begin(await fileSource(file))}
        >
          {defaultFields}
        </InputCard>
      ) : (
        <Suspense
          fallback={
            <p role="status" className="text-ink-2">
              {busy('plan')}
            </p>
          }
        >
          <CheckedLines
            {...{ batch, shown, apps, defaultFields }}
            retiredApps={props.retiredApps}
            homeCountry={props.homeCountry}
          />
        </Suspense>
      )}
    </div>
  );
}
