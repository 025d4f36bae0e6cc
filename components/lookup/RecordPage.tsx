/** The page of one record: a claim, an entity or a source. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ClaimView, type EntityView, hashOf, type LookupData, type Route, type SourceView } from '@/lib/lookup';
import { ClaimPage } from './ClaimPage';
import { EntityPage } from './EntityPage';
import { SourcePage } from './SourcePage';
import { Failed, Loading, Missing } from './States';
import { useLoaded } from './use-loaded';

export type RecordRoute = Exclude<Route, { page: 'search' }>;

export interface RecordProps {
  route: RecordRoute;
  data: LookupData;
  /** Told the record's title once it stands. */
  onTitle?: ((title: string) => void) | undefined;
}

type View =
  | { page: 'claim'; view: ClaimView }
  | { page: 'entity'; view: EntityView }
  | { page: 'source'; view: SourceView };

/** What the page of one record shows; null for an unknown id. */
async function loadView({ page, id }: RecordRoute, data: LookupData): Promise<View | null> {
  if (page === 'claim') {
    const view = await data.claim(id);
    return view && { page, view };
  }
  if (page === 'entity') {
    const view = await data.entity(id);
    return view && { page, view };
  }
  const view = await data.source(id);
  return view && { page, view };
}

export function RecordPage({ route, data, onTitle }: RecordProps) {
  const article = useRef<HTMLElement>(null);
  const hash = hashOf(route);
  const { value: shown, failed, loading, again } = useLoaded(hash, () => loadView(route, data));
  // One reads on from the heading, by eye and by screen reader; but not when somebody is typing meanwhile.
  useLayoutEffect(() => {
    const heading = loading ? null : article.current?.querySelector('h1');
    if (!heading) return;
    onTitle?.(heading.textContent);
    if (!(document.activeElement instanceof HTMLInputElement)) heading.focus();
  }, [loading]);
  if (failed) return <Failed onAgain={again} />;
  if (loading) return <Loading />;
  if (!shown) return <Missing />;
  return (
    <article ref={article} key={hash}>
      {shown.page === 'claim' && <ClaimPage view={shown.view} />}
      {shown.page === 'entity' && <EntityPage view={shown.view} />}
      {shown.page === 'source' && <SourcePage view={shown.view} />}
    </article>
  );
}
