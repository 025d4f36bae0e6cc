/** How many statements of the page have which verdict: a short bar, and the same in words. */
import { t } from '@/lib/i18n/translate';
import { verdictLabel } from '@/lib/i18n/wording';
import type { OverviewItem } from '@/lib/messaging';
import type { Verdict } from '@/lib/reading/comparing/verdict';

/** What a reader would look at first stands first. */
const ORDER: readonly Verdict[] = ['differs', 'dated', 'agrees-with-some', 'agrees', 'context'];

export function VerdictCounts({ statements }: { statements: readonly OverviewItem[] }) {
  const counts = ORDER.map(verdict => ({
    verdict,
    count: statements.filter(statement => statement.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <>
      <div class="bar-of-counts" aria-hidden="true">
        {counts.map(({ verdict, count }) => (
          <span key={verdict} data-verdict={verdict} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul class="counts" aria-label={t('overview.counts', { count: statements.length })}>
        {counts.map(({ verdict, count }) => (
          <li key={verdict} data-verdict={verdict}>
            {t('overview.countOf', { verdict: verdictLabel({ verdict }), number: count })}
          </li>
        ))}
      </ul>
    </>
  );
}
