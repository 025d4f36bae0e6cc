/** The one typed protocol between pages, views and the background. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Verdict } from '@/lib/reading/comparing/verdict';
import type { Comparison, PageFacts, Passage } from '@/lib/reading/reading';
import type { EntityKind, Span } from '@/lib/reading/types';
import type { Hidden } from './hidden';
import type { Marked, Route } from './lookup';
import type { PageAsking } from './noted-pages';
import type { PassageTie, PlacementState, Ties } from './notes';
import type { PackedReply } from './packed-reply';
import type { Pause, PauseTime } from './pause';

/** One batch of a page's text. */
export interface ReadRequest {
  page: PageFacts;
  passages: Passage[];
  /** The ids of entities that are marked on the page already: each is marked but once, so nothing need be said of them. */
  marked?: readonly string[];
}

/** A place to mark in a passage, and what it opens: one or more comparisons, the nearest first, or an entity. */
export type PageSpan = Span & { passage: number } & (
    | { kind: 'statement'; comparisons: Comparison[] }
    | { kind: 'entity'; entity: string }
  );

/** What the popover shows of an entity. */
export interface EntityCardFacts {
  id: string;
  kind: EntityKind;
  name: string;
  names: string[];
  role: string;
  note: string | null;
  /** The claims that are about it, with their questions. */
  questions: { claim: string; question: string }[];
}

/** Everything that the page needs to mark the batch and to open its popovers without asking again. */
export interface ReadReply {
  spans: PageSpan[];
  entities: EntityCardFacts[];
  /** False when the database could not be used and the bundled pack answered. */
  stored: boolean;
}

/** A marked statement in a list. */
export interface OverviewItem {
  verdict: Verdict;
  /** The page's marked words, and the question they are about. */
  words: string;
  question: string;
  /** The id of its mark, good as long as the page shows it. */
  mark: string;
}

/** What a page's content script tells of itself, in reading order. */
export interface Overview {
  state: 'reading' | 'done' | 'nothing-to-read' | 'failed' | 'paused' | 'pdf';
  /** False when the bundled pack has answered, because the database could not be used. */
  stored: boolean;
  statements: OverviewItem[];
}

/** What a page tells whoever follows it, through a port of this name: see open-page.ts. */
export const FOLLOW = 'follow';
export type Told = { overview: Overview } | { inView: string[] };

/** What the reader has selected on a page, in the text that it stands in. */
export interface SelectionRequest {
  page: PageFacts;
  /** The paragraph, and where in it the selected words are. */
  text: string;
  selected: Span;
}

/** A hit of the search, as the popover lists it. Notes are none: what a page's script gets is not the reader's own. */
export interface FoundItem {
  kind: 'claim' | 'entity' | 'source';
  title: Marked;
  route: Route;
}

/** What the search finds for the words of a selection; `whole` is false when nothing has all of them, and these have some. */
export interface Found {
  kind: 'found';
  query: string;
  whole: boolean;
  items: FoundItem[];
}

/** What is known of a selection: the comparisons of its statement, else what the search finds. */
export type SelectionReply = { kind: 'statement'; comparisons: Comparison[] } | Found;

/** A note's place on a page. A page's script never gets a note's text. */
export interface PageNote {
  id: string;
  passage: PassageTie;
}

/** Whether a note's passage was found on its page. */
export interface PlacedNote {
  id: string;
  state: PlacementState;
}

/** A statement in a page: its mark, and the claim that it is about. */
export interface MarkedStatement {
  mark: string;
  claim: string;
}

/** What a reader's key asks of a page's marks: these are the manifest's commands. */
export const MARK_COMMANDS = ['next-mark', 'previous-mark', 'toggle-mark'] as const;
export type MarkCommand = (typeof MARK_COMMANDS)[number];

interface ProtocolMap {
  /**
   * Reads one batch of page text. Idempotent: a batch may be sent again after a worker was stopped. Null where reading is
   * paused.
   */
  read(request: ReadRequest): PackedReply | null;
  /** Tells how many statements the sender's tab shows, for the toolbar badge; null where reading is paused. */
  showCount(count: number | null): void;
  /** Asked of a tab: goes to a mark and opens it. False where it is shown no more. */
  openMark(mark: string): boolean;
  /** Asked of a tab: goes to a mark and gives what it compares. Null where it is shown no more. */
  showMark(mark: string): Comparison[] | null;
  /** Asked of the tab in front by a key; answers whether there was a mark for it. */
  command(command: MarkCommand): boolean;
  /** Asked of a tab: looks its selection up. False where nothing is selected that we may read. */
  lookUpSelection(): boolean;
  /** Tells a tab whether reading is paused there. */
  setPaused(paused: boolean): void;
  /** Has the popover's code put into the sender's page; answers once it is there. */
  bringPopover(): void;
  /** Hides a claim; answers whether it is remembered, which in a private window it is not. */
  hide(entry: Hidden): boolean;
  /** Takes back what was hidden. */
  unhide(entry: Hidden): void;
  /** Pauses reading. For our own pages only, as is `resume`. */
  pause(request: { pause: Pause; time: PauseTime }): void;
  /** Takes pauses back, however long they would have lasted. */
  resume(pauses: Pause[]): void;
  /** Looks up what is selected on a page. */
  lookUp(request: SelectionRequest): SelectionReply;
  /** Opens a page of the lookup in a tab of its own. */
  openLookup(route: Route): void;
  /** Has the code that finds passages put into the sender's page; answers once it is there. */
  bringPlacing(): void;
  /**
   * The notes tied to passages of the sender's page, whose address it is, and of the pages that it is a copy of by its own
   * word: as its canonical address, or by its headline.
   */
  notesForPage(page: PageAsking): PageNote[];
  /** Tells which of the notes of the sender's page were found there. */
  notesPlaced(told: { address: string; placed: PlacedNote[] }): void;
  /** Opens a note's page beside the sender, and has it go to the note's passage. For our own pages only. */
  openPassage(id: string): void;
  /** The note whose passage the sender's tab was opened for; told once, then null. */
  passageWanted(): string | null;
  /** Opens a note, whose handle on the page was pressed. */
  openNote(id: string): void;
  /** Asked of a tab: what a note there is tied to: the page, and the passage where something is selected that we may read. */
  describeSelection(): Ties | null;
  /** Asked of a tab: what a note on a marked statement is tied to. Null where the mark is shown no more. */
  describeMark(statement: MarkedStatement): Ties | null;
  /** Opens the editor with a new note on what the popover shows: a statement with claim, passage and figure, or an entity. */
  note(ties: Ties): void;
  /** Makes a note on a statement in a tab, or else on what is selected there, or on its page. For our own pages only. */
  noteTab(request: { tab: number; statement?: MarkedStatement }): void;
  /** How many notes are tied to a claim. */
  countNotes(claim: string): number;
  /** Opens the notes page with the notes on a claim. */
  openNotes(claim: string): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
