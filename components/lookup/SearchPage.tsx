/** The page of a search: what was found, or what to do when nothing was. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { LookupData, SearchResults as Results } from '@/lib/lookup';
import { ENGLISH } from '../english';
import { RouteLink } from './RouteLink';
import { MANY, SearchResults } from './SearchResults';
import { Failed } from './States';
import { useLoaded } from './use-loaded';

/** Hits of each kind at first, so that all kinds can be seen at once. */
const FEW = 5;

/** What can be searched, one of each sort. */
const EXAMPLES = ['Haibatullah', '3.6bn', 'recognition', 'Bagram'];

interface Props {
  query: string;
  search: LookupData['search'];
  /** What stands there as long as nothing is searched; without it what can be searched. */
  start?: ComponentChildren;
  onNote?(id: string): void;
  /** Told once results stand on the page. */
  onShown(): void;
}

export function SearchPage({ query, start = <Start />, ...others }: Props) {
  return query.trim() ? <Answer query={query} {...others} /> : start;
}

function Start() {
  return (
    <div class="state">
      <h1>{t('lookup.start')}</h1>
      <p class="fine">{t('lookup.startHint')}</p>
      <p class="chips">
        <span class="fine">{t('lookup.examples')}</span>
        {EXAMPLES.map(example => (
          <RouteLink key={example} to={{ page: 'search', query: example }} class="chip" {...ENGLISH}>
            {example}
          </RouteLink>
        ))}
      </p>
    </div>
  );
}

const totalOf = ({ entities, claims, versions, sources, notes }: Results) =>
  [entities, claims, versions, sources, notes].reduce((sum, { total }) => sum + total, 0);

function Answer({ query, search, onNote, onShown }: Omit<Props, 'start'>) {
  const [widened, setWidened] = useState<string | null>(null);
  const limit = widened === query ? MANY : FEW;
  const { value: results, key, failed, again } = useLoaded(`${limit} ${query}`, () => search(query, limit));
  const shown = results && key?.endsWith(` ${query}`);
  // Once for each answer.
  useEffect(() => {
    if (results) onShown();
  }, [results]);
  if (failed) return <Failed onAgain={again} />;
  const total = results && totalOf(results);
  return (
    <>
      <h1 class="unseen">{t('lookup.title')}</h1>
      <p class="fine" role="status">
        {total === undefined && t('lookup.preparing')}
        {shown && total === 0 && t('lookup.none', { query: query.trim() })}
        {shown && !!total && t('lookup.found', { count: total })}
      </p>
      {shown && total === 0 && <p class="fine">{t('lookup.noneHint')}</p>}
      {results && !!total && (
        <SearchResults results={results} canShowMore={limit < MANY} onMore={() => setWidened(query)} onNote={onNote} />
      )}
    </>
  );
}
