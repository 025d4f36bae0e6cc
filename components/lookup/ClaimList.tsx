/** Claims as links, each with its kind. */
import { t } from '@/lib/i18n/translate';
import type { ClaimBrief } from '@/lib/lookup';
import { ENGLISH } from '../english';
import { LongList } from './LongList';
import { RouteLink } from './RouteLink';

/** More would be no list to look over. */
const FIRST = 25;

export function ClaimList({ claims }: { claims: readonly ClaimBrief[] }) {
  return (
    <LongList items={claims} first={FIRST} className="links" keyOf={({ id }) => id}>
      {({ id, kind, question }) => (
        <RouteLink to={{ page: 'claim', id }} class="line">
          <span class="main" {...ENGLISH}>
            {question}
          </span>
          <span class="kind">{t(`claimKind.${kind}`)}</span>
        </RouteLink>
      )}
    </LongList>
  );
}
