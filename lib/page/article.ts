/** Finds the element that holds a page's article, by what it is marked as and by where the paragraphs stand. */
import { eachChild, type Inside, isRendered, parentAcross } from './composed.ts';
import { isHeadingTag, isPageHeader } from './exclusions.ts';
import { type PageRecord, replay } from './record.ts';
import type { Steps } from './slices.ts';
import { BLOCK, NAMED, NEVER, SAYING, TELLING } from './traits.ts';

// Judgements, made on the pages under tests/pages/layouts.
/** Characters in paragraphs that make an article; fewer are a teaser. */
const ARTICLE = 400;
/** Characters outside links that make a line a paragraph. */
const PARAGRAPH = 40;
/** What one of several articles must hold of the text in all of them: below that they are entries of one. */
const OF_ARTICLES = 0.6;
/** What an article must hold of the page's text: below that the page's real text stands elsewhere. */
const OF_PAGE = 0.25;
/** What an inner element must hold of the text to stand for the outer. */
const OF_OUTER = 0.9;

/** What an element holds. */
interface Measure {
  /** Characters in paragraphs outside parts that the site names as others, and inside them. */
  sure: number;
  doubtful: number;
  paragraphs: number;
  title: boolean;
  /** Whether the site names it as another part. */
  named: boolean;
}

interface Candidate {
  element: Element;
  length: number;
  /** Whether it stands in a part that the site names as another. */
  named: boolean;
  /** Whether it stands in no other candidate of its kind. */
  outer: boolean;
}

interface Measured {
  measures: Map<Element, Measure>;
  candidates: Record<Kind, Candidate[]>;
}

/** What is handed down to what stands inside an element: the block around, and whether it is in a named part or a link. */
interface Around {
  into: Measure;
  named: boolean;
  linked: boolean;
}

/** The kinds of elements that may hold the article, the surest first. */
type Kind = 'body' | 'article' | 'main';

/**
 * Finds the element that holds the article: what is marked as one, else where the paragraphs are, else the whole body.
 * @param record of the whole document, or of its body
 */
export function* findArticleIn(record: PageRecord, document: Document): Steps<Element> {
  const { body } = document;
  const at = body ? record.nodes.indexOf(body) : -1;
  if (at < 0) return document.documentElement;
  const { measures, candidates } = yield* measure(record, at);
  const whole = measures.get(body) as Measure;
  const total = whole.sure >= ARTICLE ? whole.sure : whole.sure + whole.doubtful;
  // Those in parts with other names count only where there is no text beside these.
  if (whole.sure >= ARTICLE)
    for (const kind of ['body', 'article', 'main'] as const)
      candidates[kind] = candidates[kind].filter(({ named }) => !named);
  const marked = candidates.body.filter(({ length }) => length > ARTICLE).sort((a, b) => b.length - a.length)[0];
  const around = marked && !marked.named && marked.length > total * OF_PAGE && marked.element.closest('article, main');
  const article = around || richest(candidates.article, total, OF_ARTICLES);
  if (article) return withHeadline(article, measures);
  const main = richest(candidates.main, total, 0);
  if (main) return narrow(main, measures);
  const part = richest(candidates.body, total, OF_ARTICLES);
  if (part) return withHeadline(part, measures);
  // Read even where the page hides it for a while, from screen readers behind its dialog for example.
  const first = [...document.querySelectorAll('main, [role="main"]')].find(isRendered);
  return first ?? narrow(body, measures);
}

/** The article with the headline beside it, where what is around both holds hardly any other text. */
function withHeadline(article: Element, measures: ReadonlyMap<Element, Measure>): Element {
  const own = measures.get(article);
  if (!own || own.title) return article;
  // A body's heading beside the article is the site's name more often than not.
  for (let at = parentAcross(article); at && at.localName !== 'body'; at = parentAcross(at)) {
    const around = measures.get(at);
    if (around && around.sure + around.doubtful > (own.sure + own.doubtful) / OF_OUTER) break;
    if (around?.title) return at;
  }
  return article;
}

/** The candidate with the most text, if that is enough. */
function richest(here: readonly Candidate[], total: number, share: number): Element | null {
  // Of two that hold the same text the outer one comes later, and holds the headline too.
  const best = here.reduce<Candidate | null>((a, b) => (a && a.length > b.length ? a : b), null);
  if (!best) return null;
  const all = here.reduce((sum, { outer, length }) => sum + (outer ? length : 0), 0);
  const enough = best.length > ARTICLE && best.length >= all * share && best.length >= total * OF_PAGE;
  return enough ? best.element : null;
}

/** Goes inwards as long as one element holds nearly all paragraphs and no headline is left behind. */
function narrow(outer: Element, measures: ReadonlyMap<Element, Measure>): Element {
  const all = measures.get(outer) as Measure;
  // Only where all the text is in parts with other names can one of them be the article.
  const isSure = all.sure >= ARTICLE;
  const amount = ({ sure, doubtful, named }: Measure) => (isSure ? (named ? 0 : sure) : sure + doubtful);
  const whole = amount(all);
  if (whole < ARTICLE) return outer;
  let element = outer;
  for (;;) {
    let inner: Element | null = null;
    eachChild(element, child => {
      const own = measures.get(child as Element);
      if (own && own.paragraphs > 1 && amount(own) >= whole * OF_OUTER) inner = child as Element;
    });
    if (!inner || (measures.get(element)?.title && !measures.get(inner)?.title)) return element;
    element = inner;
  }
}

/** Measures all blocks of the page. */
function* measure(record: PageRecord, root: number): Steps<Measured> {
  const { nodes, traits, lengths } = record;
  const measures = new Map<Element, Measure>();
  const candidates: Record<Kind, Candidate[]> = { body: [], article: [], main: [] };
  const depths: Record<Kind, number> = { body: 0, article: 0, main: 0 };
  let lineLength = 0;
  let lineLinked = 0;

  function close(into: Measure) {
    if (lineLength - lineLinked >= PARAGRAPH) {
      into.sure += lineLength - lineLinked;
      into.paragraphs++;
    }
    lineLength = lineLinked = 0;
  }

  function read(at: number, { linked }: Around) {
    const length = lengths[at] as number;
    lineLength += length;
    if (linked) lineLinked += length;
  }

  function enter(at: number, around: Around): Inside<Around> | null {
    const element = nodes[at] as Element;
    const own = traits[at] as number;
    if (own & NEVER) return null;
    const tag = own & (TELLING | SAYING) ? element.localName : '';
    if (tag === 'header' && isPageHeader(element)) return null;
    const { into, named, linked } = around;
    const link = linked || tag === 'a';
    if (!(own & BLOCK)) return { place: link === linked ? around : { into, named, linked: link } };
    close(into);
    const isNamed = (own & NAMED) !== 0;
    const inner: Measure = { sure: 0, doubtful: 0, paragraphs: 0, title: tag === 'h1', named: isNamed };
    measures.set(element, inner);
    const kind = kindOf(element, tag, (own & SAYING) !== 0);
    if (kind) depths[kind]++;
    return {
      place: { into: inner, named: named || isNamed, linked: link },
      leave() {
        // A heading, however long, is no paragraph.
        if (tag !== '' && isHeadingTag(element)) lineLength = lineLinked = 0;
        close(inner);
        if (kind) {
          depths[kind]--;
          candidates[kind].push({
            element,
            length: inner.sure,
            named: named || isNamed,
            outer: depths[kind] === 0,
          });
        }
        if (isNamed) into.doubtful += inner.sure + inner.doubtful;
        else {
          into.sure += inner.sure;
          into.doubtful += inner.doubtful;
        }
        into.paragraphs += inner.paragraphs;
        into.title ||= inner.title;
      },
    };
  }

  const whole: Measure = { sure: 0, doubtful: 0, paragraphs: 0, title: false, named: false };
  measures.set(nodes[root] as Element, whole);
  yield* replay(record, root, { into: whole, named: false, linked: false }, read, enter);
  close(whole);
  return { measures, candidates };
}

function kindOf(element: Element, tag: string, says: boolean): Kind | null {
  if (tag === 'article' || tag === 'main') return tag;
  if (!says) return null;
  const role = element.getAttribute('role');
  if (role === 'article' || role === 'main') return role;
  return element.getAttribute('itemprop') === 'articleBody' ? 'body' : null;
}
