/** Tells from the words around a name whether another thing owns it: a street, a restaurant, a side at cricket, a namesake. */
import { CAPITALS, LETTERS } from './letters.ts';
import { onPages } from './patterns.ts';
import type { EntityKind, Span } from './types.ts';

const set = (words: string) => new Set(words.split(' '));

/** A name before one of these belongs to the thing, not to the entity. */
const THINGS = set(
  'street road avenue boulevard lane square restaurant cafe café grill kitchen cuisine diner bistro takeaway rug rugs carpet ' +
    'carpets hound hounds coat coats kebab kebabs bakery hotel sandwich sandwiches dinner breast burger burgers bacon duck ' +
    'willow irving tower towers',
);
/** A place or state before one of these, with a capital, is a side in a league, a newspaper or a sight: "Afghan nationals" are none. */
const SIDES = set(
  'eagles knights kings zalmi zwanan sharks lions stars defenders united fc xi qalandars gladiators sultans capitals ' +
    'leopards tigers warriors premier-league league redskins commanders wizards nationals monument examiner',
);
const GIVEN_BEFORE_PLACE =
  /\b(?:George|Denzel|Martha|Booker(?: T\.)?|Kerry|Dinah|Jack|Mount|Mt\.|Fort|Port|Lake|Little|Hotel|Cafe|Café|Restaurant|USS|HMS) $/;
/** "Moscow, Idaho", "London, Ontario". */
const ELSEWHERE =
  /^, (?:Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Georgia|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Jersey|York|South Wales)|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Kashmir)\b/;
/** "Washington State University", but a province's university is in the province. */
const STATE_UNIVERSITY = /^ (?:State )?University\b|^ (?:Heights|County|Township)\b/;

/** Where the dishes stand; "the Chinese cabinet" and "China's cabinet" govern. */
const CHINA_CABINET = /\b(?:an?|the|her|his|my|our|old) China$/i;

const SPORT =
  /\b(?:cricket|wickets?|innings|T20I?s?|ODIs?|Twenty20|batsm[ae]n|batters?|bowlers?|spinners?|overs|off \d+ balls|\d+ balls|hat-trick|the toss|run chase|half-centur(?:y|ies)|qualifiers?|midfielders?|strikers?|goalkeepers?|goalless|shootout|friendl(?:y|ies)|Asian Cup|World Cup|Asia Cup|group stage|semi-?finals?|chased down|test match|(?:beat|drew|lost|won|draw|win|defeat|victory) (?:by )?\d{1,2}[-–]\d{1,2}|\d{1,2}[-–]\d{1,2} (?:win|draw|defeat|victory|loss))\b/;
const SIDE_BEHIND =
  /^(?:(?:'s|’s)? (?:(?:wo)?men's |national |(?:under|U)-?\d\d )*(?:cricket|football|futsal|soccer) (?:team|side|squad|captain|coach|players?)\b| [AB]\b(?! ))/;
const PLAYS =
  /^ (?:beat|beats|thrash(?:ed)?|defeat(?:ed|s)?|won|win|wins|lost|lose|loses|drew|draw|chased|were|are|scored?|bowled|made|reached|posted|crashed|batted|play(?:ed|s)?|face[ds]?|qualif(?:y|ied)|need(?:ed)?|set|held|stunned|edged|cruised|slumped)\b/;
const PLAYED =
  /(?:\b(?:beat|beating|beats|defeat(?:ed|ing)?|against|over|vs?\.?|versus|with|by|hosts?|thrash(?:ed|ing)?|champions|stunn(?:ed|ing))|\b(?:lost|lose|losing|defeat|loss|fell)\b[^.]{0,20} to) $/;

/** "the Texas Taliban", "the Taliban of tidy desks": a figure of speech. */
const LIKE_TALIBAN =
  /\b(?:Texas|American|Christian|Jewish|Hindu|Catholic|Evangelical|Republican|liberal|Liberal|woke|Woke|green|Green|food|Food|fashion|Fashion|grammar|Grammar|vegan|Vegan|health|Health|style|Style|Hollywood|secular|moral|anti-smoking|climate|wine|home-?grown|domestic|office|language|diet|(?:our|your|their|its) own(?: little)?|version of the|kind of) ["“'‘]?$/;
const TALIBAN_OF = /^["”'’]? of (?:the )?(?!(?:today|yesterday|old|course|then|now|the|their|its)\b|[a-z]+ing\b)[a-z]/;
/** "accuses the Taliban of war crimes", "abuses by the Taliban of rights": what they are told of or did is no kind of Taliban. */
const TOLD_OF =
  /\bby (?:the )?$|\b(?:accus|suspect|charg|convict|blam|warn|inform|remind|assur|rid|deprive|stripp?|approv|demand|ask|expect|hostile|critical|wary)(?:e|es|ed|ing|s)?\b[^.;:]{0,40}$/;

/** Titles and openers of sentences that may stand in capitals before a surname. */
const BEFORE_SURNAME = set(
  'president minister mullah mawlawi maulvi maulana mr mrs ms dr prof professor gen general col sheikh shaykh haji chief ' +
    'spokesman spokesperson secretary emir amir ambassador envoy leader commander judge premier prime foreign pm fm sen senator ' +
    'qari sir king prince khalifa hafiz imam ayatollah and but when while as if after before since for in on at to by with from ' +
    'that then so yet though although because like even only both neither nor or of once until unless the former acting deputy ' +
    'today later meanwhile earlier however monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december',
);

const LEFT = 48;
const RIGHT = 40;
/** No sentence is read farther than this for words of sport. */
const SENTENCE = 240;

function sentenceAround(text: string, { start, end }: Span): string {
  const left = text.slice(Math.max(0, start - SENTENCE), start);
  const right = text.slice(end, end + SENTENCE);
  const stop = right.search(/[.!?\n](?:\s|$)/);
  return (
    left.slice(Math.max(left.lastIndexOf('. '), left.lastIndexOf('\n')) + 1) + (stop < 0 ? right : right.slice(0, stop))
  );
}

/** What the check needs to know of the entity. */
export interface Named {
  id: string;
  kind: EntityKind;
  /** Is the mention one word ("Trump", "Washington")? */
  single: boolean;
  /** Does the surname come first, as in Chinese names? */
  surnameFirst?: boolean;
}

const WORD_BEFORE = new RegExp(`(?:^|[^${LETTERS}'’-])([${CAPITALS}][${LETTERS}'’-]+) (?:[${CAPITALS}]\\. )?$`);

/** Is the word before the name another person's given name ("Melania Trump", "Imran Khan")? */
function otherPerson(left: string, right: string, named: Named): boolean {
  if (named.surnameFirst && /^ [A-Z][a-z]/.test(right)) return true;
  const found = WORD_BEFORE.exec(left);
  return found !== null && !BEFORE_SURNAME.has((found[1] ?? '').toLowerCase()) && !/['’]s$/.test(found[1] ?? '');
}

/** Does something else than the entity own the name at `span`? `follower` is the folded word behind it. */
export function isNamesake(text: string, span: Span, follower: string | undefined, named: Named): boolean {
  const left = text.slice(Math.max(0, span.start - LEFT), span.start);
  const right = text.slice(span.end, span.end + RIGHT);
  const behind = follower !== undefined && right.startsWith(' ') ? follower : '';
  if (THINGS.has(behind) || (behind === 'cabinet' && CHINA_CABINET.test(left + text.slice(span.start, span.end))))
    return true;
  // "US$100 million", "17 billion US dollars"
  if (right.startsWith('$') || (named.id === 'united-states' && /^\.? dollars?\b/.test(right))) return true;
  if (named.kind === 'person') return named.single && otherPerson(left, right, named);
  if (named.id === 'taliban') return LIKE_TALIBAN.test(left) || (TALIBAN_OF.test(right) && !TOLD_OF.test(left));
  if (named.kind !== 'place' && named.kind !== 'state') return false;
  if (SIDES.has(behind) && /^ [A-Z]/.test(right)) return true;
  if (named.kind === 'place') {
    if (ELSEWHERE.test(right) || GIVEN_BEFORE_PLACE.test(left)) return true;
    return /^Washington/.test(text.slice(span.start, span.end)) && STATE_UNIVERSITY.test(right);
  }
  if (SIDE_BEHIND.test(right)) return true;
  return (PLAYS.test(right) || PLAYED.test(left)) && SPORT.test(sentenceAround(text, span));
}

/** "WHO KILLED HIM": between words in capitals an abbreviation that is also a word is the word. */
export function isShouted(text: string, { start, end }: Span): boolean {
  return (
    /^(?:WHO|US)$/.test(text.slice(start, end)) &&
    (/^\s+[A-Z]{4,}/.test(text.slice(end, end + 12)) ||
      /[A-Z]{4,}\s+$/.test(text.slice(Math.max(0, start - 12), start)))
  );
}

onPages.add(GIVEN_BEFORE_PLACE, ELSEWHERE, STATE_UNIVERSITY, SPORT, SIDE_BEHIND, PLAYS, PLAYED, LIKE_TALIBAN);
onPages.add(TALIBAN_OF, WORD_BEFORE);
