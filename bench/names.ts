/** How the finding of entities grows with the number of names. */
import { compileNames, findEntities } from '../lib/reading/entities.ts';
import { tokenize } from '../lib/reading/text.ts';
import type { Entity, EntityKind } from '../lib/reading/types.ts';
import { madeUpNames } from './made-up.ts';
import { bestCpuSeconds, bytesOf, timed } from './measure.ts';
import { counted, printTable, rounded } from './table.ts';
import { megabytesOf, readArticles, repeated, textsOf } from './text.ts';

const KINDS: EntityKind[] = ['person', 'place', 'organisation'];
/** One word of the text in so many is preceded by a made-up name: more than any page has. */
const WORDS_PER_NAME = 25;

const entityOf = (name: string, i: number): Entity => ({
  id: `made-up-${i}`,
  kind: KINDS[i % KINDS.length] as EntityKind,
  name,
  names: [],
  role: '',
});

/** Puts the names into the texts, drawn from the whole list. */
function strewn(texts: readonly string[], names: readonly string[]): string[] {
  let words = 0;
  return texts.map(text =>
    text.replace(/ /g, space => {
      words += 1;
      if (words % WORDS_PER_NAME > 0) return space;
      return ` ${names[(words * 7919) % names.length]} `;
    }),
  );
}

export function measureNames(quick: boolean): void {
  const counts = quick ? [200, 10_000] : [200, 10_000, 100_000];
  const names = madeUpNames(counts.at(-1) as number);
  const texts = strewn(textsOf(repeated(readArticles(), quick ? 0.2 : 1)), names);
  const amount = megabytesOf(texts);
  const rows = counts.map(count => {
    const entities = names.slice(0, count).map(entityOf);
    const { value: index, seconds: build } = timed(() => compileNames(entities));
    let found = 0;
    const read = bestCpuSeconds(3, () => {
      found = 0;
      for (const text of texts) found += findEntities(index, text, tokenize(text)).length;
    });
    return [
      `${counted(count)} names`,
      rounded(build),
      rounded(bytesOf(index) / 1e6),
      counted(found),
      rounded(amount / read),
    ];
  });
  printTable(
    `Entities, on the same ${rounded(amount)} MB with any number of names`,
    ['', 'build, CPU s', 'index, MB', 'found', 'MB per CPU s'],
    rows,
  );
}
