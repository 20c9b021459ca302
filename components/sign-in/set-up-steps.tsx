import { buttonClass } from '#components/ui/button-class.ts';

type Key = 'lead' | 'find' | 'open' | 'again' | 'unattended' | 'reload';

type SetUpStepsProps = {
  /** Of `signIn.notSetUp`. */
  t: (key: `notSetUp.${Key}`) => string;
  /** Before the lead: why the link that was followed does not help. */
  why?: string;
  /** This page again, which lets people sign in once there is an admin. */
  reloadHref: string;
};

/** While nobody can sign in: where the way in was printed. Never the way in itself, since anybody may see this page. */
export function SetUpSteps({ t, why, reloadHref }: SetUpStepsProps) {
  return (
    <div className="grid gap-4">
      {why ? <p className="text-pretty">{why}</p> : null}
      <p className="text-ink-2 text-pretty">{t('notSetUp.lead')}</p>
      <ol className="grid list-decimal gap-2 ps-5 text-pretty marker:text-ink-3">
        <li className="ps-1">{t('notSetUp.find')}</li>
        <li className="ps-1">{t('notSetUp.open')}</li>
        <li className="ps-1">{t('notSetUp.again')}</li>
      </ol>
      <p className="text-sm text-ink-3 text-pretty">{t('notSetUp.unattended')}</p>
      <a href={reloadHref} className={buttonClass('primary')}>
        {t('notSetUp.reload')}
      </a>
    </div>
  );
}
