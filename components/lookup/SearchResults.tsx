/** What a search has found, by kind, with the words that matched. */
import type { ComponentChildren } from 'preact';
import { dateInWords } from '@/lib/i18n/formats';
import { t } from '@/lib/i18n/translate';
import { saidInWords } from '@/lib/i18n/wording';
import type {
  ClaimHit,
  EntityHit,
  Group,
  NoteHit,
  SearchResults as Results,
  SourceHit,
  VersionHit,
} from '@/lib/lookup';
import { ENGLISH } from '../english';
import { MarkedText } from './MarkedText';
import { NoteFacts } from './NoteList';
import { RouteLink } from './RouteLink';

/** How many of a kind are shown at most. */
export const MANY = 100;

interface Props {
  results: Results;
  /** Whether more hits than these can be had. */
  canShowMore: boolean;
  onMore(): void;
  /** Opens a note; without it notes are only shown. */
  onNote?(id: string): void;
}

export function SearchResults({ results, canShowMore, onMore, onNote }: Props) {
  const more = canShowMore ? onMore : null;
  return (
    <>
      {!results.whole && <p class="fine">{t('lookup.some')}</p>}
      <Section title={t('lookup.entities')} group={results.entities} keyOf={({ entity }) => entity.id} onMore={more}>
        {hit => <Entity {...hit} />}
      </Section>
      <Section title={t('lookup.claims')} group={results.claims} keyOf={({ claim }) => claim.id} onMore={more}>
        {hit => <Claim {...hit} />}
      </Section>
      <Section title={t('lookup.sources')} group={results.sources} keyOf={({ source }) => source.id} onMore={more}>
        {hit => <Source {...hit} />}
      </Section>
      <Section title={t('lookup.versions')} group={results.versions} keyOf={({ version }) => version.id} onMore={more}>
        {hit => <Version {...hit} />}
      </Section>
      <Section title={t('lookup.notes')} group={results.notes} keyOf={({ note }) => note.id} onMore={more}>
        {hit => <Note {...hit} onNote={onNote} />}
      </Section>
    </>
  );
}

interface SectionProps<T> {
  title: string;
  group: Group<T>;
  keyOf(hit: T): string;
  onMore: (() => void) | null;
  children(hit: T): ComponentChildren;
}

function Section<T>({ title, group: { hits, total }, keyOf, onMore, children }: SectionProps<T>) {
  if (hits.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span class="count">{t('lookup.number', { number: total })}</span>
      </h2>
      <ul class="links">
        {hits.map(hit => (
          <li key={keyOf(hit)}>{children(hit)}</li>
        ))}
      </ul>
      {onMore && total > hits.length && (
        <button type="button" class="plain" onClick={onMore}>
          {t(total > MANY ? 'lookup.most' : 'lookup.more', { count: total })}
        </button>
      )}
    </section>
  );
}

function Entity({ entity, name, alias, role }: EntityHit) {
  return (
    <RouteLink to={{ page: 'entity', id: entity.id }} class="hit line">
      <span class="main" {...ENGLISH}>
        <b>
          <MarkedText {...name} />
        </b>
        {alias && (
          <span class="alias">
            {' '}
            <MarkedText {...alias} />
          </span>
        )}
        <span class="more">
          <MarkedText {...role} />
        </span>
      </span>
      <span class="kind">{t(`entityKind.${entity.kind}`)}</span>
    </RouteLink>
  );
}

function Claim({ claim, question, says }: ClaimHit) {
  return (
    <RouteLink to={{ page: 'claim', id: claim.id }} class="hit line">
      <span class="main" {...ENGLISH}>
        <MarkedText {...question} />
        {says && (
          <span class="more">
            <MarkedText {...says} />
          </span>
        )}
      </span>
      <span class="kind">{t(`claimKind.${claim.kind}`)}</span>
    </RouteLink>
  );
}

function Source({ source, title }: SourceHit) {
  return (
    <RouteLink to={{ page: 'source', id: source.id }} class="hit line stacked">
      <span class="main" {...ENGLISH}>
        <MarkedText {...title} />
        <span class="more">{source.publisher ?? source.authors.join(', ')}</span>
      </span>
      <span class="kind">{dateInWords(source.published)}</span>
    </RouteLink>
  );
}

function Version({ claim, version, source, says }: VersionHit) {
  const said = saidInWords(claim, version);
  return (
    <RouteLink to={{ page: 'claim', id: claim.id }} class="hit line stacked">
      <span class="main">
        {claim.kind === 'figure' && said && (
          <bdi class="value">
            <mark>{said}</mark>
          </bdi>
        )}
        <span class="said" {...ENGLISH}>
          <MarkedText {...says} />
        </span>
        <span class="more" {...ENGLISH}>
          {claim.question}
        </span>
      </span>
      <span class="kind">
        <bdi lang="en">{source.publisher ?? source.authors.join(', ')}</bdi>
        <span class="between"> · </span>
        {dateInWords(version.asOf)}
      </span>
    </RouteLink>
  );
}

function Note({ note, text, onNote }: NoteHit & Pick<Props, 'onNote'>) {
  const body = (
    <>
      <span class="own-text" dir="auto">
        <MarkedText {...text} />
      </span>
      <NoteFacts tags={note.tags} changed={note.changed} />
    </>
  );
  if (!onNote) return body;
  return (
    <button type="button" class="note-button" onClick={() => onNote(note.id)}>
      {body}
    </button>
  );
}
