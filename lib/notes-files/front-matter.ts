/** The front matter of a Markdown file: YAML between two lines of "---", as Obsidian and others read it. */
import { isScalar, parseDocument, stringify } from 'yaml';

/** Longest front matter that is read, in UTF-16 units. A judgement: a passage of some pages fits. */
const LONGEST = 2_000_000;

/** Lines end at "\n" alone here: "^" would also begin one after U+2028 and "\r", which may stand within a value. */
const FENCED = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

/** A file of front matter and text; what is undefined is left out. Parted again it gives both as they were. */
export function withFrontMatter(values: Readonly<Record<string, unknown>>, text: string): string {
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  // One line a value, so that nothing within it can look like the closing fence.
  return `---\n${stringify(kept, { lineWidth: 0, blockQuote: false })}---\n${text}`;
}

/**
 * The two parts of a file; `values` is empty where there is no front matter, and null where it cannot be read (no YAML,
 * not a list of names and values, or with anchors that could multiply it).
 */
export function partFrontMatter(file: string): { values: Readonly<Record<string, unknown>> | null; text: string } {
  const [whole, yaml] = FENCED.exec(file) ?? [];
  if (whole === undefined || yaml === undefined) return { values: {}, text: file };
  return { values: yaml.length > LONGEST ? null : readYaml(yaml), text: file.slice(whole.length) };
}

function readYaml(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', stringKeys: true });
    if (document.errors.length) return null;
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return {};
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    return typeof values === 'object' && values !== null && !Array.isArray(values)
      ? (values as Record<string, unknown>)
      : null;
  } catch {
    // Aliases, and nesting beyond what the parser's stack holds.
    return null;
  }
}
