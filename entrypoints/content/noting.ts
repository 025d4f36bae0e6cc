/** Describes what a new note is tied to (the selection, a statement with its claim and figure, an entity), and has it made: elsewhere. */
import { pageAddress } from '@/lib/hidden';
import { type MarkedStatement, sendMessage } from '@/lib/messaging';
import { NO_TIES, notedFigure, type PageTie, type PassageTie, type Ties } from '@/lib/notes';
import { describeRange, describeWords } from '@/lib/page/describe';
import { blockOf } from '@/lib/page/exclusions';
import type { PiecedText } from '@/lib/page/pieces';
import { selectedRange } from '@/lib/page/selection';
import type { Comparison, PageFacts } from '@/lib/reading/reading';
import { bringPlacing } from './late-placing';
import type { Life } from './lifetime';
import type { Found } from './open-on-demand';
import type { Anchor } from './places';

/** The page as a note keeps it. */
const tieToPage = (location: Location, { title, date }: PageFacts): PageTie => ({
  address: pageAddress(location.href),
  title: title ?? '',
  published: date,
});

/** What a note is tied to: the page, and the passage that is selected; without one where none is that we may read (lib/page/selection.ts). */
async function describeSelection(document: Document, facts: () => PageFacts, signal: AbortSignal): Promise<Ties> {
  // Taken at once: a reader may go on while the code comes.
  const range = selectedRange(document)?.cloneRange();
  const passage = range ? await describe(document, page => describeRange(page, range), signal) : null;
  return { ...NO_TIES, page: tieToPage(document.location, facts()), passage };
}

/**
 * What a note on a marked statement is tied to: its claim, its figure, and its sentence (its marked words where the
 * sentence does not stand on the page as it was read). Without a passage where neither is found.
 */
async function describeStatement(
  document: Document,
  anchor: Anchor,
  comparison: Comparison,
  facts: () => PageFacts,
  signal: AbortSignal,
): Promise<Ties> {
  return {
    ...(await describeWordsOf(document, anchor, [comparison.statement.text], facts, signal)),
    claims: [comparison.claim.id],
    figure: comparison.figure && notedFigure(comparison.figure, comparison.period ?? comparison.figure.period),
  };
}

/** What a note on a marked entity is tied to: the entity, and its name where it stands on the page. */
async function describeEntity(
  document: Document,
  anchor: Anchor,
  id: string,
  facts: () => PageFacts,
  signal: AbortSignal,
): Promise<Ties> {
  return { ...(await describeWordsOf(document, anchor, [], facts, signal)), entities: [id] };
}

/** @param wider words around the mark that the note is rather tied to, where they stand on the page as they were read */
async function describeWordsOf(
  document: Document,
  { reference, text }: Anchor,
  wider: readonly string[],
  facts: () => PageFacts,
  signal: AbortSignal,
): Promise<Ties> {
  const block = blockOf(reference.contextElement);
  const passage = await describe(document, page => describeWords(page, block, [...wider, text]), signal);
  return { ...NO_TIES, page: tieToPage(document.location, facts()), passage };
}

export interface Noting {
  /** Makes a note on the statement of a mark, or on its entity. Never rejects. */
  note(anchor: Anchor, comparison: Comparison): Promise<unknown>;
  noteEntity(anchor: Anchor, id: string): Promise<unknown>;
  /** What a note on the selection is tied to, or on a mark's statement; null where the mark is shown no more. */
  describe(): Promise<Ties>;
  describeMark(statement: MarkedStatement): Promise<Ties | null>;
}

/** @param goTo goes to a mark, and gives what it opens; null where it is shown no more */
export function createNoting(
  document: Document,
  facts: () => PageFacts,
  goTo: (id: string) => Found | null,
  { signal, check }: Life,
): Noting {
  const make = (ties: Ties) => sendMessage('note', ties).catch(() => check());
  return {
    note: (anchor, comparison) =>
      describeStatement(document, anchor, comparison, facts, signal).then(make, () => check()),
    noteEntity: (anchor, id) => describeEntity(document, anchor, id, facts, signal).then(make, () => check()),
    describe: () => describeSelection(document, facts, signal),
    async describeMark({ mark, claim }) {
      const found = goTo(mark);
      const comparisons = found?.target.kind === 'statement' ? found.target.comparisons : [];
      const comparison = comparisons.find(one => one.claim.id === claim);
      return found && comparison ? describeStatement(document, found.anchor, comparison, facts, signal) : null;
    },
  };
}

async function describe(
  document: Document,
  choose: (page: PiecedText) => PassageTie | null,
  signal: AbortSignal,
): Promise<PassageTie | null> {
  const code = await bringPlacing();
  return code ? code.describeIn(document, choose, signal) : null;
}
