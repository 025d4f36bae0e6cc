/** Lists what is marked on the page that the reader has open. */
import type { Overview } from '@/lib/messaging';
import { verdictLabel } from '@/lib/reading/wording';

export function PageOverview({ overview }: { overview: Overview | null }) {
  return (
    <>
      <h1>On this page</h1>
      <Contents overview={overview} />
    </>
  );
}

function Contents({ overview }: { overview: Overview | null }) {
  if (!overview)
    return <p>This page cannot be read. If it was open before Daftar was installed or updated, reload it.</p>;
  if (overview.state === 'reading') return <p role="status">Still reading…</p>;
  if (overview.state === 'nothing-to-read')
    return <p>Nothing about Afghanistan was found here, so nothing was read.</p>;
  if (overview.state === 'failed') return <p>The claim store did not answer. Reload the page to try again.</p>;
  if (overview.statements.length === 0)
    return <p>No statement here is about a matter that the store has sources on.</p>;
  return (
    <ol>
      {overview.statements.map(({ verdict, words, question }, i) => (
        <li key={i} data-verdict={verdict}>
          <strong>{words}</strong> <span class="verdict">{verdictLabel({ verdict })}</span>
          <span class="question">{question}</span>
        </li>
      ))}
    </ol>
  );
}
