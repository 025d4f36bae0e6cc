/** Lists what is marked on the page that the reader has open. */

import { t } from '@/lib/i18n/translate';
import { verdictLabel } from '@/lib/i18n/wording';
import type { Overview } from '@/lib/messaging';
import { ENGLISH } from './english';

export function PageOverview({ overview }: { overview: Overview | null }) {
  return (
    <>
      <h1>{t('overview.title')}</h1>
      <Contents overview={overview} />
    </>
  );
}

function Contents({ overview }: { overview: Overview | null }) {
  if (!overview) return <p>{t('overview.unreadable')}</p>;
  if (overview.state === 'reading') return <p role="status">{t('overview.reading')}</p>;
  if (overview.state === 'nothing-to-read') return <p>{t('overview.nothingToRead')}</p>;
  if (overview.state === 'failed') return <p>{t('overview.failed')}</p>;
  if (overview.statements.length === 0) return <p>{t('overview.empty')}</p>;
  return (
    <ol>
      {overview.statements.map(({ verdict, words, question }, i) => (
        <li key={i} data-verdict={verdict}>
          <strong dir="auto">{words}</strong> <span class="verdict">{verdictLabel({ verdict })}</span>
          <span class="question" {...ENGLISH}>
            {question}
          </span>
        </li>
      ))}
    </ol>
  );
}
