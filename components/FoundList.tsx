/** Lists what the search has found for a selection; each hit opens its page of the lookup. */
import { t } from '@/lib/i18n/translate';
import type { Marked, Route } from '@/lib/lookup';
import type { Found } from '@/lib/messaging';
import { ENGLISH } from './english';

interface Props extends Omit<Found, 'kind'> {
  headingId: string;
  onOpen(route: Route): void;
}

export function FoundList({ query, whole, items, headingId, onOpen }: Props) {
  const all = (
    <button type="button" class="quiet" onClick={() => onOpen({ page: 'search', query })}>
      {t('found.all')}
    </button>
  );
  return (
    <article class="card found">
      <h2 id={headingId} dir="auto">
        {t(items.length === 0 ? 'found.nothing' : whole ? 'found.title' : 'found.some', { words: query })}
      </h2>
      {items.length === 0 && <p class="text">{t('found.nothingHelp')}</p>}
      {items.length > 0 && (
        <ul class="found-items">
          {items.map(({ kind, title, route }) => (
            <li key={JSON.stringify(route)}>
              <button type="button" class="further" onClick={() => onOpen(route)}>
                <span {...ENGLISH}>
                  <WithMarks {...title} />
                </span>{' '}
                <span class="kind">{t(`found.kind.${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>{all}</p>
    </article>
  );
}

/** A text with its matched words set off. */
function WithMarks({ text, marks }: Marked) {
  const parts = marks.map(({ start, end }, i) => [
    text.slice(marks[i - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
