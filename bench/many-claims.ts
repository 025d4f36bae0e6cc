/** Packs of any number of claims, made from the bundled ones: the same matters in words of a language that is not. */
import { stemmer } from 'stemmer';
import type { Claim, Cues, Pack } from '../lib/reading/types.ts';
import { madeUpWord, randomFrom } from './made-up.ts';

/** Words that hold sentences together; they stay, so that the texts keep their build. */
const KEPT = new Set(
  (
    'about after all also am an and any are as at be been before being between both but by can could did do does during each for from ' +
    'had has have he her him his how if in into is it its less many may more most much no not now of on one only or other our out over ' +
    'own per she should since so some such than that the their them then there these they this those through to under until up was we ' +
    'were what when where which while who will with within without would year years people million billion percent thousand hundred'
  ).split(' '),
);
/** The keys of `Cues` and of a status value that hold terms. */
const TERM_KEYS = new Set(['need', 'ways', 'context', 'not']);

type Terms = string | Terms[];

/** Says any words in the words of one copy: the same stem gives the same word everywhere in it. */
function newTongue(copy: number): (text: string) => string {
  const random = randomFrom(copy * 1009 + 17);
  const words = new Map<string, string>();
  return text =>
    text.replace(/(?<!\p{L})[a-z]{2,}(?!\p{L})/gu, word => {
      if (KEPT.has(word)) return word;
      const stem = stemmer(word);
      let said = words.get(stem);
      if (said === undefined) {
        said = madeUpWord(random, 3);
        words.set(stem, said);
      }
      return said;
    });
}

function copyOf(claim: Claim, copy: number, say: (text: string) => string, lexicon: Record<string, string[]>): Claim {
  const sayTerm = (one: string) => say(one.toLowerCase());
  // A name of the lexicon is written out, so that each copy has words of its own there too.
  const term = (one: string) => {
    if (one.startsWith('@')) return [one];
    return one.startsWith('#') ? (lexicon[one.slice(1)] ?? []).map(sayTerm) : [sayTerm(one)];
  };
  const terms = (one: Terms): Terms =>
    typeof one === 'string'
      ? say(one)
      : one.flatMap(inner => (typeof inner === 'string' ? term(inner) : [terms(inner)]));
  const reworded = <T extends object>(holder: T): T =>
    Object.fromEntries(
      Object.entries(holder).map(([key, value]) => [key, TERM_KEYS.has(key) ? terms(value) : value]),
    ) as T;
  return {
    ...claim,
    id: `${claim.id}~${copy}`,
    question: say(claim.question),
    ...(claim.cues && { cues: reworded<Cues>(claim.cues) }),
    ...(claim.values && { values: claim.values.map(value => reworded(value)) }),
    versions: claim.versions.map(version => ({ ...version, id: `${version.id}~${copy}`, text: say(version.text) })),
  };
}

/** The pack with `count` claims: its own first, then copies of them in other words, about the same entities. */
export function withClaims(pack: Pack, count: number): Pack {
  const claims = pack.claims.slice(0, count);
  for (let copy = 1; claims.length < count; copy++) {
    const say = newTongue(copy);
    for (const claim of pack.claims.slice(0, count - claims.length))
      claims.push(copyOf(claim, copy, say, pack.pack.lexicon ?? {}));
  }
  return { ...pack, claims };
}
