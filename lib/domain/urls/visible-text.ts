/** Takes no room, or turns the direction of what follows (Unicode's Default_Ignorable_Code_Point, and annotation marks). */
const invisible = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]/u;

/** Whether an invisible character shapes its neighbours, as a joiner inside an emoji does. */
function shapes(character: string, before: string, after: string): boolean {
  if (character === '\u200d' && emoji.test(before) && /\p{Extended_Pictographic}/u.test(after)) return true;
  if (/[\u200c\u200d]/.test(character)) return joining.test(before) && joining.test(after);
  if (/[\ufe0e\ufe0f]/.test(character))
    return /\p{Extended_Pictographic}/u.test(before) || after === '\u20e3';
  // Variants of one ideograph, tags of a flag, forms of a Mongolian letter.
  if (/[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]/u.test(character)) return /\p{Ideographic}/u.test(before);
  if (/[\u{e0020}-\u{e007f}]/u.test(character)) return /[\u{1f3f4}\u{e0020}-\u{e007f}]/u.test(before);
  return /[\u180b-\u180f]/.test(character) && /\p{Script=Mongolian}/u.test(before);
}

/** The text without invisible characters and marks of direction; those that are part of what is seen stay. */
export function visibleText(text: string): string {
  if (!invisible.test(text)) return text;
  const characters = [...text];
  let kept = '';
  let before = '';
  characters.forEach((character, at) => {
    if (invisible.test(character) && !shapes(character, before, characters[at + 1] ?? '')) return;
    kept += character;
    before = character;
  });
  return kept;
}
