/** What a note is tied to; each tie leads to its thing and can be taken off. */
import type { ComponentChildren } from 'preact';
import { dateInWords, periodInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import type { RecordKind } from '@/lib/notebook/notes-data';
import type { NotedFigure, PlacementState, Ties } from '@/lib/notes';
import { ENGLISH } from '../english';
import { safeAddress } from '../SourceLine';
import { nameKey } from './use-names';

interface Props {
  ties: Ties;
  /** What records are called, by `nameKey`. */
  names: ReadonlyMap<string, string>;
  /** How its passage stood when its page was last open. */
  placement: PlacementState;
  /** Opens the page at the passage; absent where it cannot. */
  onShow?: (() => void) | undefined;
  /** Takes a tie off; absent where nothing may be changed. `what` is said then. */
  onChange?(ties: Ties, what: string): void;
}

/** The page of a record in the lookup. */
const ADDRESSES: Record<RecordKind, string> = {
  claims: '/lookup.html#claim/',
  entities: '/lookup.html#entity/',
  sources: '/lookup.html#source/',
};

export function TieList({ ties, names, placement, onShow, onChange }: Props) {
  const { page, passage, figure } = ties;
  const off = (kind: string, rest: Ties) => onChange && (() => onChange(rest, kind));
  const address = page && safeAddress(page.address);
  const kinds = { claims: t('notes.claim'), entities: t('notes.entity'), sources: t('notes.source') };
  return (
    <ul class="ties" aria-label={t('notes.ties')}>
      {passage && (
        <Tie kind={t('notes.passage')} onOff={off(t('notes.passage'), { ...ties, passage: null })}>
          <blockquote class="passage" dir="auto">
            {passage.exact}
          </blockquote>
          {onShow && placement !== 'unplaced' && (
            <button type="button" class="quiet show" onClick={onShow}>
              {t('notes.showPassage')}
            </button>
          )}
          {placement === 'unplaced' && <p class="fine unplaced">{t('notes.unplacedHint')}</p>}
          {placement === 'moved' && <p class="fine">{t('notes.movedHint')}</p>}
        </Tie>
      )}
      {figure && (
        <Tie kind={t('notes.figure')} onOff={off(t('notes.figure'), { ...ties, figure: null })}>
          <Figure figure={figure} />
        </Tie>
      )}
      {(Object.keys(kinds) as RecordKind[]).map(kind =>
        ties[kind].map(id => (
          <Tie
            key={`${kind} ${id}`}
            kind={kinds[kind]}
            name={names.get(nameKey(kind, id)) ?? id}
            onOff={off(kinds[kind], { ...ties, [kind]: ties[kind].filter(one => one !== id) })}
          >
            <a href={`${ADDRESSES[kind]}${encodeURIComponent(id)}`} {...ENGLISH}>
              {names.get(nameKey(kind, id)) ?? id}
            </a>
          </Tie>
        )),
      )}
      {page && (
        <Tie kind={t('notes.page')} name={page.title} onOff={off(t('notes.page'), { ...ties, page: null })}>
          {address ? (
            <a href={address} target="_blank" rel="noopener noreferrer">
              <bdi>{page.title || page.address}</bdi>
              <span aria-hidden="true">{' ↗'}</span>
            </a>
          ) : (
            <bdi>{page.title || page.address}</bdi>
          )}
          {page.published && <span class="fine"> {dateInWords(page.published.slice(0, 10))}</span>}
        </Tie>
      )}
    </ul>
  );
}

interface TieProps {
  kind: string;
  /** What tells it from others of its kind. */
  name?: string;
  onOff?: (() => void) | undefined;
  children: ComponentChildren;
}

function Tie({ kind, name, onOff, children }: TieProps) {
  return (
    <li>
      <span class="kind">{kind}</span>
      <div>{children}</div>
      {onOff && (
        <button
          type="button"
          class="quiet"
          aria-label={t('notes.tieOff', { what: name ? `${kind}: ${name}` : kind })}
          onClick={onOff}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </li>
  );
}

/** The page's own words say the value; what is counted and the period may have stood elsewhere. */
function Figure({ figure: { text, kind, unit, period } }: { figure: NotedFigure }) {
  const when = periodInWords(period);
  const counted = kind === 'count' && unit && !text.includes(unit) ? unit : null;
  return (
    <>
      <bdi>{text}</bdi>
      {counted && <span {...ENGLISH}> {counted}</span>}
      {when && (
        <span class="fine">
          {' · '}
          {when}
        </span>
      )}
    </>
  );
}
