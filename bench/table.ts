/** Prints results as tables that a person can read. */

/** A number with three significant digits and no more, so that noise is not printed. */
export function rounded(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(decimals).replace(/\B(?=(?:\d{3})+$)/g, decimals === 0 ? ',' : '');
}

export const counted = (value: number): string => value.toLocaleString('en');

export const times = (value: number): string => `${rounded(value)}×`;

/** A title, then rows in columns; the first column is words, the others are numbers. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map(row => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`;
  console.log(`\n${title}\n${line(head)}\n  ${widths.map(width => '─'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}

export function printNote(text: string): void {
  console.log(`  ${text}`);
}
