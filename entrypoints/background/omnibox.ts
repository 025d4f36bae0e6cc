/** Answers the address bar's keyword `daftar` with the same search as everywhere; its index is loaded only then. */
import { browser } from '#imports';
import { t } from '@/lib/i18n/translate';
import { saidInWords } from '@/lib/i18n/wording';
import { hashOf, routeOf, type SearchResults } from '@/lib/lookup';
import type { Search } from '@/lib/store/search';

/** Of each kind: the browser shows five to eight lines in all. */
const OF_EACH = 3;

interface Line {
  /** What goes into the address bar when it is chosen: the hash of a page, without its "#". */
  content: string;
  text: string;
}

/** What was found as lines of text, names first. */
export function linesOf({ entities, claims, versions, sources }: SearchResults): Line[] {
  return [
    ...entities.hits.map(({ entity }) => ({
      content: hashOf({ page: 'entity', id: entity.id }).slice(1),
      text: `${entity.name} – ${entity.role}`,
    })),
    ...versions.hits.map(({ claim, version, source }) => ({
      content: hashOf({ page: 'claim', id: claim.id }).slice(1),
      text: [saidInWords(claim, version), claim.question, source.publisher].filter(Boolean).join(' – '),
    })),
    ...claims.hits.map(({ claim }) => ({
      content: hashOf({ page: 'claim', id: claim.id }).slice(1),
      text: claim.question,
    })),
    ...sources.hits.map(({ source }) => ({
      content: hashOf({ page: 'source', id: source.id }).slice(1),
      text: source.title,
    })),
  ].filter((line, i, all) => all.findIndex(({ content }) => content === line.content) === i);
}

/** Chrome reads descriptions as XML, Firefox as they are. */
const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
export const asXml = (text: string): string => text.replace(/[&<>"']/g, sign => XML[sign] ?? sign);

/** The page that a chosen line or typed text opens. */
export function pageFor(text: string): string {
  const route = routeOf(text);
  return `/lookup.html${hashOf(route.page === 'search' ? { page: 'search', query: text } : route)}`;
}

/** @param getSearch gives the search; asked for when the keyword is used, and anew each time */
export function setUpOmnibox(getSearch: () => Promise<Search>): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  const describe = (text: string) => (import.meta.env.FIREFOX ? text : asXml(text));
  omnibox.onInputStarted.addListener(() => {
    omnibox.setDefaultSuggestion({ description: describe(t('omnibox.prompt')) });
    // Whoever has typed the keyword goes on to type a query: an empty one has the index loaded meanwhile.
    void getSearch()
      .then(search => search.find('', 1))
      .catch(() => {});
  });
  omnibox.onInputChanged.addListener(async (text, suggest) => {
    try {
      const lines = linesOf(await (await getSearch()).find(text, OF_EACH));
      const nothing = lines.length === 0 && text.trim();
      omnibox.setDefaultSuggestion({ description: describe(t(nothing ? 'omnibox.nothing' : 'omnibox.prompt')) });
      suggest(lines.map(({ content, text }) => ({ content, description: describe(text) })));
    } catch (error) {
      console.warn('Daftar: the address bar has no suggestions.', error);
    }
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const url = browser.runtime.getURL(pageFor(text) as '/lookup.html');
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
