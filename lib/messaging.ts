/** The one typed protocol between pages, views and the background. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Verdict } from '@/lib/reading/comparing/verdict';
import type { Comparison, PageFacts, Passage } from '@/lib/reading/reading';
import type { EntityKind, Span } from '@/lib/reading/types';
import type { Hidden } from './hidden';

/** One batch of a page's text. */
export interface ReadRequest {
  page: PageFacts;
  passages: Passage[];
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
  /** Questions of the claims that are about it. */
  questions: string[];
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
}

/** What a page's content script tells of itself, in reading order. */
export interface Overview {
  state: 'reading' | 'done' | 'nothing-to-read' | 'failed';
  statements: OverviewItem[];
}

/** What a reader's key asks of a page's marks: these are the manifest's commands. */
export const MARK_COMMANDS = ['next-mark', 'previous-mark', 'toggle-mark'] as const;
export type MarkCommand = (typeof MARK_COMMANDS)[number];

interface ProtocolMap {
  /** Reads one batch of page text. Idempotent: a batch may be sent again after a worker was stopped. */
  read(request: ReadRequest): ReadReply;
  /** Tells how many statements the sender's tab shows, for the toolbar badge. */
  showCount(count: number): void;
  /** Asked of a tab: what has been marked there. */
  overview(): Overview;
  /** Asked of the tab in front by a key; answers whether there was a mark for it. */
  command(command: MarkCommand): boolean;
  /** Has the popover's code put into the sender's page; answers once it is there. */
  bringPopover(): void;
  /** Hides a claim; answers whether it is remembered, which in a private window it is not. */
  hide(entry: Hidden): boolean;
  /** Takes back what was hidden. */
  unhide(entry: Hidden): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
