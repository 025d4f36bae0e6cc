/** Tells lines that a site puts around its articles from the articles' own, by their words and links. */

/** What is known of a line beside its text. */
export interface Line {
  text: string;
  /** Characters of its words, and how many of them stand in links, in `<time>` elements and in names of authors. */
  length: number;
  linked: number;
  timed: number;
  signed: number;
  heading: boolean;
  /** Whether it stands in a list, a table of data, a definition or a caption, where a bare date says something. */
  listed: boolean;
}

/** Almost nothing but a link: a way to somewhere else. The rest may be a bullet or an arrow. */
export const isLink = ({ length, linked }: Line): boolean => linked > 0 && linked >= length * 0.9;

// What sites write over and under the parts that are not the article, and on their controls.
const LABEL = new RegExp(
  `^(?:${[
    'adverti[sz](?:ement|ing)',
    '(?:sponsored|promoted|partner)(?: content)?',
    '(?:(?:story|article) )?continues (?:below|after).*',
    '(?:story|article|text) continues.*',
    'related(?: (?:stories|articles|coverage|topics|content|news|reports|links)(?: (?:on|from) .*)?)?',
    'more (?:on|in|like) (?:this|the|our).*',
    'more from .*',
    'more (?:stories|news|coverage|reading|articles)',
    '(?:read|see) (?:more|next|also)',
    'also read',
    'most (?:read|viewed|popular)',
    'recommended(?: for you| reading)?',
    'you (?:may|might)(?: also)? (?:like|be interested in).*',
    'share(?: (?:this|on).*)?',
    'follow(?: us.*)?',
    'trending(?: now)?',
    "editors?[’']?s? picks?",
    'up next',
    '(?:watch|listen)(?: now)?',
    'listen to this (?:article|story).*',
    '(?:sign up|subscribe|register)(?: (?:for|to|now).*)?',
    'subscribe',
    'topics|tags|comments|search|menu|close|save|print|copy link|loading|text size|story tools|main content|filed under',
    '(?:log|sign) in\\b.*',
    'live|breaking(?: news)?|developing|exclusive|opinion|analysis|video|audio|gallery',
    '[\\d,.]+ (?:comments?|views?|shares?|likes?)',
    'leave a (?:comment|reply)',
    'this (?:video|audio|content) (?:is not|cannot|can ?not|could not) .*',
    'to view this (?:video|content).*|your browser does not support.*',
    'skip (?:to|past) .*',
    '(?:print|email|save) this (?:page|article|story)',
    'advertisement .*|skip advertisement',
    '\\d+[- ]min(?:ute)?s?(?: read)?',
  ].join('|')})[\\s:.…»›→]*$`,
  'i',
);

// What comes before a link to another story.
const LEAD_IN =
  /^(?:read (?:more|next|also|our)|also read|see also|related|more on|more from|watch|listen|explainer|opinion|analysis|don['’]t miss|in pictures|from the archive|topics|tags|categories|filed under)\b/i;

// What asks the reader to come back, once there is a link in it, and the small print.
const INVITATION = /\b(?:sign up|subscribe|unsubscribe|follow (?:us|our|the)|newsletter|privacy policy)\b/i;
const FOLLOW =
  /^(?:follow|find|join) .{2,40} on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|threads)\b/i;
const SMALL_PRINT = /^\W*(?:copyright\b|©|\(c\) )|\ball rights reserved\b/i;

const BYLINE =
  /^\(?(?:(?:words|story|text|photographs?|photos?|graphics?|reporting|additional reporting|reported|written|editing|edited) )?by:? (?=\p{Lu})/iu;

// Who made a picture: with its label, or as "Name/Agency".
const CREDIT =
  /^(?:(?:[Pp]hotograph|[Pp]hoto|[Pp]icture|[Ii]mage|[Ii]llustration|[Gg]raphic|[Vv]ideo|[Cc]redit)s?(?: credit)?(?::| by\b).*|[\p{Lu}][\p{L}.’' -]+\/[\p{Lu}][\p{L}.’' -]+)$/u;

const DATE_WORDS = new Set(
  (
    'published updated posted modified last first on at am pm gmt utc bst cet cest est edt et pst kabul time local date ' +
    'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov ' +
    'november dec december mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday ' +
    'ago min mins minute minutes hour hours h m day days read st nd rd th t z'
  ).split(' '),
);

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(word => word !== '');

const countWords = (text: string): number => wordsOf(text).length;

/** Whether a line names who wrote: a name or a few behind "By", and no sentence. */
function isByline(text: string): boolean {
  const match = BYLINE.exec(text);
  if (!match) return false;
  const bracketed = text.startsWith('(') && text.endsWith(')');
  if (!bracketed && /[.!?]$/.test(text)) return false;
  const words = wordsOf(text.slice(match[0].length));
  const capitals = words.filter(word => /^\p{Lu}/u.test(word)).length;
  return capitals >= 2 && (bracketed || words.length - capitals <= 3) && words.length <= 24;
}

/** Whether a line tells when it was published, and nothing else. */
function isDateLine(text: string): boolean {
  // Mostly the first word tells that it is none.
  const first = /\p{L}+/u.exec(text)?.[0].toLowerCase();
  if (first !== undefined && !DATE_WORDS.has(first)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length <= 12 && words.every(word => DATE_WORDS.has(word)) && /\d/.test(text);
}

/** Whether a line is the site's own and not the article's: a label, a date line, a byline, a way to another story. */
export function isSitesOwn(line: Line): boolean {
  const { text, length, linked, timed, signed } = line;
  // Every such line is short: longer ones need no looking at.
  if (length > 200) return false;
  if (LABEL.test(text) && countWords(text) <= 8) return true;
  if (SMALL_PRINT.test(text) || FOLLOW.test(text)) return true;
  if (linked >= length * 0.5 && LEAD_IN.test(text)) return true;
  if (line.heading || line.listed) return false;
  if (linked >= length * 0.3 && INVITATION.test(text)) return true;
  // A label and a link behind it ("Our standards: …"), with nothing said of it.
  if (linked >= length * 0.5 && /^[^:]{1,30}: [^:]*[^.!?]$/.test(text)) return true;
  if (signed >= length * 0.4 && countWords(text) <= 12) return true;
  return timed >= length * 0.9 || isDateLine(text) || isByline(text) || (CREDIT.test(text) && countWords(text) <= 8);
}
