/** Annotates one document: cuts it into passages at its line breaks, reads them, and compares. */
import type { CompiledPack } from '../../lib/reading/compiled-pack.ts';
import type { NearMiss } from '../../lib/reading/matching/match.ts';
import type { RankedClaim } from '../../lib/reading/matching/rank-claims.ts';
import { type Comparison, compareMatch, type PassageReading, readPassages } from '../../lib/reading/reading.ts';
import type { Figure, Pack, Span } from '../../lib/reading/types.ts';

export interface Document {
  text: string;
  title: string | null;
  date: string | null;
}

export interface Engine {
  pack: Pack;
  compiled: CompiledPack;
  /** ISO day for documents without a date. */
  today: string;
  /** Ranks the claims for a whole text, where that was asked for. */
  rank: ((text: string) => RankedClaim[]) | null;
  /** Whether to tell what was refused. */
  explain?: boolean;
}

/** A statement in the form of the design's part 9. */
interface StatementOutput extends Span {
  claim: string;
  figure: number | null;
  score: number;
  verdict: string;
  dated: string | null;
  versions: { version: string; relation: string; difference: number | null; inForce: boolean }[];
  why: object;
}

export interface Output {
  entities: (Span & { text: string; entity: string })[];
  figures: Figure[];
  statements: StatementOutput[];
  /** Claims that a statement came near to, and what spoke against them; only where that was asked for. */
  refused?: NearMiss[];
  ranked?: RankedClaim[];
}

export interface Annotated {
  document: Document;
  comparisons: Comparison[];
  /** In the form of the design's part 9; offsets are into the document's text. */
  output: Output;
}

// The beginning of a text stands for its lead, as on a page.
const LEAD_LENGTH = 1200;

/** Paragraphs of a text with their offsets: its lines that are not blank. */
function linesOf(text: string): { id: number; text: string }[] {
  return [...text.matchAll(/[^\r\n]+/g)].map(line => ({ id: line.index, text: line[0] }));
}

/** Reads one document whole. */
export function annotate({ pack, compiled, today, rank, explain = false }: Engine, document: Document): Annotated {
  const page = { title: document.title, date: document.date, lead: document.text.slice(0, LEAD_LENGTH) };
  const passages = linesOf(document.text);
  const readings = readPassages(compiled, passages, page, { nearMisses: explain });
  const claims = new Map(pack.claims.map(claim => [claim.id, claim]));
  const sources = new Map(pack.sources.map(source => [source.id, source]));
  const within = document.text;
  const moved = <T extends Span>(item: T, by: number): T => ({ ...item, start: item.start + by, end: item.end + by });

  const comparisons: Comparison[] = [];
  const entities: Output['entities'] = [];
  const figures: Figure[] = [];
  const statements: StatementOutput[] = [];
  const refused: NearMiss[] = [];
  readings.forEach((reading: PassageReading, i) => {
    const text = passages[i]?.text ?? '';
    const firstFigure = figures.length;
    for (const { way, ...mention } of reading.entities) {
      if (way === 'adjective') continue;
      const { start, end, entity } = moved(mention, reading.id);
      entities.push({ start, end, text: within.slice(start, end), entity });
    }
    for (const figure of reading.figures) {
      const { start, end, noun, ...rest } = moved(figure, reading.id);
      figures.push({ start, end, ...rest, noun });
    }
    const movedWords = (words: readonly Span[]) => words.map(word => moved(word, reading.id));
    for (const miss of reading.nearMisses)
      refused.push({ ...moved(miss, reading.id), words: movedWords(miss.words), share: Number(miss.share.toFixed(2)) });
    for (const match of reading.matches) {
      const claim = claims.get(match.claim);
      if (!claim) continue;
      const comparison = compareMatch(match, reading, text, claim, sources, page, today);
      comparisons.push(comparison);
      const { start, end } = moved(match, reading.id);
      statements.push({
        start,
        end,
        claim: match.claim,
        figure: match.figure === null ? null : firstFigure + match.figure,
        score: Number(match.score.toFixed(3)),
        verdict: comparison.verdict,
        dated: comparison.dated,
        versions: comparison.versions.map(({ version, relation, inForce }) => ({
          version: version.id,
          relation: relation.kind,
          difference: relation.difference === null ? null : Number(relation.difference.toFixed(2)),
          inForce,
        })),
        why: { ...match.why, words: movedWords(match.why.words) },
      });
    }
  });
  const ranked = rank ? { ranked: rank(document.text) } : {};
  return {
    document,
    comparisons,
    output: { entities, figures, statements, ...(explain ? { refused } : {}), ...ranked },
  };
}
