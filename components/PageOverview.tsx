/** What the page in front holds: its statements, or why there are none, and what can be done about that. */
import { t } from '@/lib/i18n/translate';
import type { Overview } from '@/lib/messaging';
import type { Unreadable } from '@/lib/readable';
import { StatementList } from './StatementList';
import { VerdictCounts } from './VerdictCounts';

export interface OverviewProps {
  /** Null as long as the page has not answered. */
  overview: Overview | null;
  why: Unreadable | null;
  /** The ids of the marks on screen; empty where the list does not follow the page. */
  inView: readonly string[];
  /** Goes to a mark. */
  onChoose(mark: string): void;
  onReload(): void;
  /** Asks the reader to let us read the site. */
  onAllow(): void;
}

export function PageOverview(props: OverviewProps) {
  const { overview, why } = props;
  const count = why ? 0 : (overview?.statements.length ?? 0);
  return (
    <section class="page" aria-labelledby="page-title">
      <header>
        <h1 id="page-title">{t('overview.title')}</h1>
        {count > 0 && <p class="fine">{t('overview.compared', { count })}</p>}
      </header>
      {overview && !overview.stored && <p class="warning">{t('overview.unstored')}</p>}
      <Contents {...props} />
    </section>
  );
}

function Contents({ overview, why, inView, onChoose, onReload, onAllow }: OverviewProps) {
  const statements = overview?.statements ?? [];
  if (why) return <Unread why={why} onReload={onReload} onAllow={onAllow} />;
  if (!overview) return <p role="status">{t('overview.asking')}</p>;
  if (overview.state === 'paused') return <p>{t('overview.paused')}</p>;
  if (overview.state === 'pdf') return <p>{t('overview.why.pdf')}</p>;
  if (overview.state === 'failed')
    return <WithButton text={t('overview.failed')} name={t('overview.reload')} onPress={onReload} />;
  const reading = overview.state === 'reading';
  return (
    <>
      {reading && <p role="status">{t('overview.reading')}</p>}
      {!reading && statements.length === 0 && (
        <p>{t(overview.state === 'nothing-to-read' ? 'overview.nothingToRead' : 'overview.empty')}</p>
      )}
      {statements.length > 0 && (
        <>
          <VerdictCounts statements={statements} />
          <StatementList statements={statements} inView={inView} onChoose={onChoose} />
        </>
      )}
    </>
  );
}

function Unread({ why, onReload, onAllow }: { why: Unreadable; onReload(): void; onAllow(): void }) {
  switch (why) {
    case 'browser-page':
      return <p>{t('overview.why.browserPage')}</p>;
    case 'shop':
      return <p>{t('overview.why.shop')}</p>;
    case 'pdf':
      return <p>{t('overview.why.pdf')}</p>;
    case 'not-granted':
      return <WithButton text={t('overview.why.notGranted')} name={t('overview.allow')} onPress={onAllow} />;
    case 'not-loaded':
      return <WithButton text={t('overview.why.notLoaded')} name={t('overview.reload')} onPress={onReload} />;
  }
}

function WithButton({ text, name, onPress }: { text: string; name: string; onPress(): void }) {
  return (
    <>
      <p>{text}</p>
      <button type="button" class="plain" onClick={onPress}>
        {name}
      </button>
    </>
  );
}
