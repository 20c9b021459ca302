import { productName } from '#components/shell/brand.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { paths } from '#lib/paths.ts';

type Texts = { title: string; text: string; incident: string; action: string };
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
              {incident ? (
                <p className="text-sm text-ink-2">
                  {texts.incident}: <code className="font-mono">{incident}</code>
                </p>
              ) : null}
              <a href={paths.home} className={buttonClass('primary', 'md', 'mt-2')}>
                {texts.action}
              </a>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
