'use no memo';

import { productName } from '#components/shell/product-name.ts';
import { buttonClass } from '#components/ui/button-class.ts';
import { mainPaths } from '#lib/main-paths.ts';

type Texts = {
  title: string;
  text: string;
  maybeSent: string;
  incident: string;
  action: string;
  history: string;
};
type CrashPageProps = { languages: readonly { lang: string; texts: Texts }[]; incident: string | null };

/**
 * The page in place of everything, in every language. It must work where no script may run, for it may have been
 * written before this request's nonce was made: the way on is a link, and it loads in full.
 */
export function CrashPage({ languages, incident }: CrashPageProps) {
  return (
    <html lang={languages[0]?.lang} data-theme="system">
      <body>
        <title>{productName}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <main className="mx-auto grid max-w-xl gap-10 px-4 py-16 sm:py-24">
          {languages.map(({ lang, texts }) => (
            <section key={lang} lang={lang} className="grid justify-items-start gap-3">
              <h1 className="text-2xl font-semibold tracking-tight">{texts.title}</h1>
              <p className="text-lg text-ink-2 text-pretty">{texts.text}</p>
              <p className="text-ink-2 text-pretty">{texts.maybeSent}</p>
              {incident ? (
                <p className="text-sm text-ink-2">
                  <span>{`${texts.incident}: `}</span>
                  <code className="font-mono">{incident}</code>
                </p>
              ) : null}
              <p className="mt-2 flex flex-wrap gap-2">
                <a href={mainPaths.home} className={buttonClass('primary', 'md')}>
                  {texts.action}
                </a>
                <a href={mainPaths.history} className={buttonClass('plain', 'md')}>
                  {texts.history}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
