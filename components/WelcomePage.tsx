/** What a reader sees once, after the installation: something to try, and what is read. */
import { t } from '@/lib/i18n/translate';
import { ENGLISH } from './english';

/** Whether the browser lets us read news pages; null where that is not known yet. */
export type Access = 'granted' | 'refused' | 'missing' | null;

interface Props {
  access: Access;
  /** Asks the browser for access; must run in the reader's own click. */
  onAsk(): void;
  onSettings(): void;
}

export function WelcomePage({ access, onAsk, onSettings }: Props) {
  return (
    <div class="welcome">
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a header that says what it is is never read, so that only the example is marked */}
      <header role="banner">
        <h1>{t('welcome.title')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
      </header>
      <main>
        {(access === 'missing' || access === 'refused') && (
          <section class="ask" aria-labelledby="ask">
            <h2 id="ask">{t('welcome.askTitle')}</h2>
            <p>{t('welcome.ask')}</p>
            <button type="button" class="primary" onClick={onAsk}>
              {t('welcome.askButton')}
            </button>
            {access === 'refused' && <p role="status">{t('welcome.refused')}</p>}
          </section>
        )}
        <section>
          <h2>{t('welcome.tryTitle')}</h2>
          <p>{t('welcome.try')}</p>
          {/* What is read stands in the one article of the page. */}
          <article class="example" {...ENGLISH}>
            <p>{EXAMPLE}</p>
          </article>
        </section>
        <section>
          <h2>{t('welcome.readTitle')}</h2>
          <ul>
            <li>{t('welcome.readPages')}</li>
            <li>{t('welcome.readHere')}</li>
            <li>{t('welcome.readVerdict')}</li>
            <li>{t('welcome.readStop')}</li>
          </ul>
          <button type="button" class="plain" onClick={onSettings}>
            {t('settings.title')}
          </button>
        </section>
      </main>
    </div>
  );
}

/** A paragraph of ours in the manner of a news page, with a figure that agrees, one that differs, and a status that has changed. */
const EXAMPLE =
  'Since the Taliban returned to power in August 2021, the United States has given about $3.8 billion in aid to Afghanistan. ' +
  'The group seized the capital, Kabul, without a fight. No country has formally recognised its government so far, officials ' +
  'there complain, and Washington keeps some $4.1 billion of the central bank’s reserves frozen.';
