import { expect, test } from 'vitest';
import { bareTextIn } from '#lib/testing/bare-text.ts';

// The rule itself is kept by lib/architecture.test.ts.

const found = (jsx: string) =>
  bareTextIn('x.tsx', `export function X({ a, name }: { a: boolean; name: string }) { return ${jsx}; }`)
    .length;

test.each([
  ['a label after a spinner', '<b>{a ? <i /> : null}{t("x")}</b>'],
  ['a sign after something that comes and goes', '<b>{a ? <i /> : null} · <u>x</u></b>'],
  ['a text that comes and goes', '<b><i />{a ? t("x") : null}</b>'],
  ['a name beside a badge', '<b>{name}<i>{a}</i></b>'],
  ['a label that is handed over beside a spinner', '<button>{a ? <i /> : null}{children}</button>'],
  ['a text in a fragment', '<><i />{name}</>'],
  ['a text handed to a component beside an icon', '<Link><i />{t("x")}</Link>'],
  ['two texts', '<b>{t("x")}: {name}</b>'],
  ['a component that is a bare text', 't("x")'],
  ['a sentence with elements that is not drawn as a whole', '<b>{t.rich("x", {})}</b>'],
])('%s is found', (_what, jsx) => {
  expect(found(jsx)).toBeGreaterThan(0);
});

test.each([
  ['a text alone', '<b>{a ? t("x") : name}</b>'],
  ['a text in an element of its own', '<b>{a ? <i /> : null}<span>{t("x")}</span></b>'],
  ['a space', '<b><i /> <u>{name}</u></b>'],
  ['a constant in front', '<b>· <u>{name}</u></b>'],
  ['two texts as one', '<b>{name + ": " + a}</b>'],
  ['a list of elements', '<ul>{[1].map((n) => <li key={n} />)}<li /></ul>'],
])('%s is no finding', (_what, jsx) => {
  expect(found(jsx)).toBe(0);
});
