import type { NumberType } from '#lib/domain/outcome.ts';

/** How number types are written, without case and blanks; every name that the screens have for one is among them. */
const typeWords: Record<string, NumberType | null> = {
  ...{
    number: 'number',
    line: 'number',
    linenumber: 'number',
    外线: 'number',
    线路: 'number',
    外线号码: 'number',
    线路号码: 'number',
  },
  ...{
    inner: 'inner',
    internal: 'inner',
    internalnumber: 'inner',
    内线: 'inner',
    内部: 'inner',
    内线号码: 'inner',
    内部号码: 'inner',
  },
  ...{
    '-': null,
    none: null,
    notsent: null,
    typenotsent: null,
    不发送: null,
    未发送: null,
    不发送类型: null,
  },
};

/** The type that a word means, null for one that is not sent; undefined for a word that means none. */
export function readTypeWord(text: string): NumberType | null | undefined {
  const word = text.toLowerCase().replace(/[\s_]/g, '');
  return Object.hasOwn(typeWords, word) ? typeWords[word] : undefined;
}
