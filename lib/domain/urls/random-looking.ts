/** Fewer letters and digits than this are a word, a number or a code that people read out. */
const shortest = 16;

/** Below this share of familiar pairs a text is taken for drawn at random: words have above half, keys about a tenth. */
const familiarShare = 0.45;

/** So often does a name not go from letters to digits and back. */
const mostSwitches = 6;

/** The pairs of letters that English and pinyin are mostly made of. */
const familiar = new Set(
  (
    'th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur ' +
    'll li ic ro ac om ma ll ch co ce ct ca ck ho la io ne me ta tr no pe pr pl us ut un ul wh wi we ss so su sh sp ri rs ' +
    'rt ab ad ag ai am ap av ay ba be bi bo ee em ev ex fo fi ge gr id ig il im ir iv ke ki lo ly mi mo mp na ni ns od ol op ' +
    'os ot ow pa po rd ry ts ty uc um ue vi ho ok ou zh ji xi qi hu gu ao an ia ie iu ua ui uo zi ci du lu ba bo nb oo ut ub bl ' +
    'hb bh dh nd nh ah ar rv rk tc wo yp vo oi ps db'
  ).split(' '),
);

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const jsonWebToken = /^eyJ[\w-]{5,}\.[\w-]+/;

/**
 * Whether a part of a URL looks drawn at random, as keys and tokens are: a UUID, a JSON web token, or 16 letters and
 * digits that make no words. Runs of digits alone are numbers and dates. A guess by the pairs of letters in it, so a
 * key that happens to read like a word stays, and a word in no known language may go.
 */
export function looksRandom(text: string): boolean {
  if (text.length < shortest) return false;
  if (uuid.test(text) || jsonWebToken.test(text)) return true;
  const runs = text.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = runs.filter((run) => !/^\d+$/.test(run)).join('');
  if (joined.length < shortest) return false;
  if ((joined.match(/[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0) >= mostSwitches) return true;
  // A capital that begins a word in a name, and digits at the end of one, make no pair.
  const words = joined.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  let pairs = 0;
  let known = 0;
  for (const word of words) {
    const lower = word.toLowerCase();
    pairs += Math.max(1, lower.length - 1);
    for (let at = 0; at + 1 < lower.length; at += 1) if (familiar.has(lower.slice(at, at + 2))) known += 1;
  }
  return known / pairs < familiarShare;
}
