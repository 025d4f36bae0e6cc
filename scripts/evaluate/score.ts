/** Scores what the reader finds in a sentence against what a person marked there. */

export interface WantedFigure {
  at: number;
  text: string;
  kind: string;
  /** Absent where the words leave it open what is counted. */
  unit?: string | null;
  value?: number;
  low?: number;
  high?: number | null;
  qualifier: string;
  /** [from, to], null for none; absent where readers may differ. */
  period?: [string | null, string | null] | null;
  per?: string;
}

export interface Row {
  text: string;
  /** Absent where readers may differ on what is a figure (scores of a match). */
  figures?: WantedFigure[];
  entities: { at: number; text: string; entity: string }[];
}

export interface FoundFigure {
  start: number;
  end: number;
  text: string;
  kind: string;
  unit: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  qualifier: string;
  per: string | null;
  period: { from: string | null; to: string | null } | null;
}

export interface Found {
  figures: FoundFigure[];
  entities: { start: number; end: number; text: string; entity: string }[];
}

/** Right and counted, by measure; the entities' score is F1 over right, found and wanted. */
export interface Score {
  rows: number;
  wanted: number;
  found: number;
  exact: number;
  span: number;
  qualifier: number;
  periods: number;
  period: number;
  pers: number;
  per: number;
  entitiesWanted: number;
  entitiesFound: number;
  entitiesRight: number;
  failures: string[];
}

export function newScore(): Score {
  const zero = {
    rows: 0,
    wanted: 0,
    found: 0,
    exact: 0,
    span: 0,
    qualifier: 0,
    periods: 0,
    period: 0,
    pers: 0,
    per: 0,
  };
  return { ...zero, entitiesWanted: 0, entitiesFound: 0, entitiesRight: 0, failures: [] };
}

// A third is printed as 33.333 % by us and as 33.3 % by others.
const CLOSE = 1e-3;

function close(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= Math.abs(b) * CLOSE;
}

function valueRight(found: FoundFigure, wanted: WantedFigure): boolean {
  if (wanted.value !== undefined) return close(found.value, wanted.value);
  return found.value === null && close(found.low, wanted.low ?? null) && close(found.high, wanted.high ?? null);
}

const iso = (from: string | null | undefined, to: string | null | undefined) => `${from ?? ''}..${to ?? ''}`;

function scoreFigures(score: Score, text: string, wanted: readonly WantedFigure[], found: readonly FoundFigure[]) {
  const fail = (what: string) => score.failures.push(`${what}\n    ${text}`);
  score.wanted += wanted.length;
  score.found += found.length;
  const used = new Set<FoundFigure>();
  for (const want of wanted) {
    const end = want.at + want.text.length;
    const figure = found.find(({ start, end: to }) => start < end && want.at < to);
    if (figure) used.add(figure);
    if (want.period) score.periods++;
    if (want.per !== undefined) score.pers++;
    if (!figure) {
      fail(`missing  ${want.text}`);
      continue;
    }
    const wrong: string[] = [];
    if (figure.kind !== want.kind) wrong.push(`kind ${figure.kind}`);
    if (want.unit !== undefined && figure.unit !== want.unit) wrong.push(`unit ${figure.unit} for ${want.unit}`);
    if (!valueRight(figure, want)) wrong.push(`value ${figure.value} (${figure.low}..${figure.high})`);
    if (wrong.length === 0) score.exact++;
    if (figure.start !== want.at || figure.end !== end) wrong.push(`span "${figure.text}"`);
    if (wrong.length === 0) score.span++;
    if (figure.qualifier === want.qualifier) score.qualifier++;
    else wrong.push(`qualifier ${figure.qualifier} for ${want.qualifier}`);
    if (want.period !== undefined) {
      const got = figure.period ? iso(figure.period.from, figure.period.to) : 'none';
      const right = want.period ? iso(...want.period) : 'none';
      // A period where there is none counts as one more that is wrong.
      if (got === right && want.period) score.period++;
      if (got !== 'none' && !want.period) score.periods++;
      if (got !== right) wrong.push(`period ${got} for ${right}`);
    }
    if (want.per !== undefined && figure.per === want.per) score.per++;
    else if (want.per !== undefined) wrong.push(`per ${figure.per} for ${want.per}`);
    if (wrong.length > 0) fail(`${want.text}: ${wrong.join(', ')}`);
  }
  for (const figure of found) if (!used.has(figure)) fail(`not wanted  ${figure.text}`);
}

/** "The World Bank" and "World Bank" are one mention. */
function place(start: number, text: string, entity: string): string {
  const article = /^the /i.exec(text)?.[0].length ?? 0;
  return `${start + article}-${start + text.length} ${entity}`;
}

/** Adds one row's result to `score`. */
export function addRow(score: Score, row: Row, found: Found): void {
  score.rows++;
  if (row.figures) scoreFigures(score, row.text, row.figures, found.figures);
  const wanted = new Set(row.entities.map(({ at, text, entity }) => place(at, text, entity)));
  const got = new Set(found.entities.map(({ start, text, entity }) => place(start, text, entity)));
  score.entitiesWanted += wanted.size;
  score.entitiesFound += got.size;
  for (const mention of got) {
    if (wanted.has(mention)) score.entitiesRight++;
    else score.failures.push(`entity not wanted  ${mention}\n    ${row.text}`);
  }
  for (const mention of wanted)
    if (!got.has(mention)) score.failures.push(`entity missing  ${mention}\n    ${row.text}`);
}
