/** Ranks claims for a whole text by retrieval alone: no cues, no figures, only the words that they share. */
import MiniSearch from 'minisearch';
import { fold, stem, tokenize } from '../text.ts';
import type { Pack } from '../types.ts';

export interface RankedClaim {
  claim: string;
  score: number;
}

/** Indexes the questions, the versions' texts and the entities' names of a pack; gives the best claims for a text. */
export function createRanker({ claims, entities }: Pack): (text: string, count: number) => RankedClaim[] {
  const names = new Map(entities.map(({ id, name, names: others }) => [id, [name, ...others].join(' ')]));
  const index = new MiniSearch({
    fields: ['question', 'versions', 'about'],
    tokenize: text => tokenize(text).map(token => token.form),
    processTerm: term => stem(fold(term)),
  });
  index.addAll(
    claims.map(({ id, question, versions, about }) => ({
      id,
      question,
      versions: versions.map(version => version.text).join('\n'),
      about: about.map(entity => names.get(entity) ?? '').join(' '),
    })),
  );
  return (text, count) =>
    index
      .search(text, { boost: { question: 2 } })
      .slice(0, count)
      .map(({ id, score }) => ({ claim: id, score: Number(score.toFixed(4)) }));
}
