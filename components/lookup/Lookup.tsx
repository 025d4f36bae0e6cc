/**
 * Lookup as a whole: a search field, and below it what was found or the page of a claim, an entity or a source. It holds no
 * route of its own, so that a page with an address and a side panel without one can both hold it.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import { type ClaimView, type EntityView, hashOf, type LookupData, type Route, type SourceView } from '@/lib/lookup';
import { ClaimPage } from './ClaimPage';
import { EntityPage } from './EntityPage';
import { followKeys, followSlash } from './keys';
import { type Go, GoContext } from './RouteLink';
import { SearchField } from './SearchField';
import { SearchPage } from './SearchPage';
import { SourcePage } from './SourcePage';
import { Failed, Loading, Missing } from './States';
import { useLoaded } from './use-loaded';

interface Props {
  route: Route;
  /** Asked to go to a route. `replace`: a step that is not one to come back to. */
  onRoute: Go;
  data: LookupData;
  /** What stands there as long as nothing is searched; without it what can be searched. */
  start?: ComponentChildren;
  /** Goes back, where the view around has no button of its own for it. */
  onBack?(): void;
  onNote?(id: string): void;
  /** Told the title of a record's page once it stands. */
  onTitle?(title: string): void;
}

export function Lookup({ route, onRoute, data, start, onBack, onNote, onTitle }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** The last result that was opened: coming back, one goes on from there. */
  const opened = useRef<string | null>(null);
  /** The field shows the route's own query, so that no late drawing takes letters back; elsewhere the last one. */
  const query = useRef('');
  if (route.page === 'search') query.current = route.query;

  useEffect(() => {
    const controller = new AbortController();
    followSlash(document, () => field.current, controller.signal);
    // Whoever opens an empty search wants to type.
    if (route.page === 'search' && !route.query) field.current?.focus();
    return () => controller.abort();
  }, []);
  useEffect(() => {
    if (route.page !== 'search') opened.current = hashOf(route);
  }, [route]);

  // Only the first letter is a step of its own: one goes back to where one was before searching.
  const search = (text: string) => onRoute({ page: 'search', query: text }, route.page === 'search');
  const clear = () => {
    search('');
    field.current?.focus();
  };
  const restoreFocus = () => {
    const hit = [...(root.current?.querySelectorAll<HTMLElement>('a.hit') ?? [])].find(
      one => one.getAttribute('href') === opened.current,
    );
    if (document.activeElement === document.body) hit?.focus();
    opened.current = null;
  };

  return (
    <GoContext.Provider value={onRoute}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the links inside. */}
      <div
        ref={root}
        class="lookup"
        onKeyDown={event => {
          if (root.current && field.current)
            followKeys(event, { root: root.current, field: field.current, onClear: clear });
        }}
      >
        <SearchField query={query.current} field={field} onQuery={search} />
        {!data.stored && <p class="note">{t('lookup.unstored')}</p>}
        {onBack && route.page !== 'search' && (
          <button type="button" class="plain back" onClick={onBack}>
            {t('lookup.back')}
          </button>
        )}
        {route.page === 'search' ? (
          <SearchPage query={route.query} search={data.search} start={start} onNote={onNote} onShown={restoreFocus} />
        ) : (
          <RecordPage route={route} data={data} onTitle={onTitle} />
        )}
      </div>
    </GoContext.Provider>
  );
}

type RecordRoute = Exclude<Route, { page: 'search' }>;

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

function RecordPage({ route, data, onTitle }: { route: RecordRoute } & Pick<Props, 'data' | 'onTitle'>) {
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
