/** Pauses reading, and says just where and for how long; or says what is paused here, and goes on. */
import { useState } from 'preact/hooks';
import { type MessageKey, t } from '@/lib/i18n/translate';
import type { Holding, PauseScope, PauseTime } from '@/lib/pause';
import { showOpened } from './show-opened';

export interface PauseProps {
  /** The pauses that hold for this page. */
  held: readonly Holding[];
  /** The site's name; null where the page has none that is read. */
  site: string | null;
  /** Whether the window is a private one: what is paused there is not kept. */
  incognito: boolean;
  onPause(scope: PauseScope, time: PauseTime): void;
  /** Takes back all that hold here. */
  onResume(): void;
}

export function PauseControl(props: PauseProps) {
  const { held, onResume } = props;
  if (held.length === 0) return <PauseChoice {...props} />;
  return (
    <section class="paused" aria-labelledby="paused-title">
      <h2 id="paused-title">{t('pausing.paused')}</h2>
      <ul>
        {held.map(pause => (
          <li key={`${pause.scope} ${pause.time}`}>
            {t(`pausing.held.${wordsFor(pause.scope, pause.time)}` as MessageKey, {
              site: pause.scope === 'site' ? pause.site : '',
            })}
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={onResume}>
        {t('pausing.resume')}
      </button>
    </section>
  );
}

function PauseChoice({ site, incognito, onPause }: PauseProps) {
  const [chosen, setScope] = useState<PauseScope>('site');
  const [lasting, setLasting] = useState<PauseTime>('until-resumed');
  const scopes: PauseScope[] = site ? ['tab', 'site', 'everywhere'] : ['tab', 'everywhere'];
  // Which page it is may be known only after this stands.
  const scope = scopes.includes(chosen) ? chosen : 'everywhere';
  const time = scope === 'tab' || incognito ? 'session' : lasting;
  return (
    <details class="pausing" onToggle={showOpened}>
      <summary>{t('pausing.title')}</summary>
      <fieldset>
        <legend>{t('pausing.where')}</legend>
        {scopes.map(one => (
          <label key={one} class="choice-line">
            <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
            {t(`pausing.scope.${one}`, { site: site ?? '' })}
          </label>
        ))}
      </fieldset>
      {scope !== 'tab' && !incognito && (
        <fieldset>
          <legend>{t('pausing.howLong')}</legend>
          {(['until-resumed', 'session'] as const).map(one => (
            <label key={one} class="choice-line">
              <input type="radio" name="time" checked={lasting === one} onChange={() => setLasting(one)} />
              {t(one === 'session' ? 'pausing.time.session' : 'pausing.time.lasting')}
            </label>
          ))}
        </fieldset>
      )}
      <button type="button" class="primary" onClick={() => onPause(scope, time)}>
        {t(`pausing.do.${wordsFor(scope, time)}` as MessageKey, { site: site ?? '' })}
      </button>
    </details>
  );
}

/** The end of the key of the words for a pause. */
function wordsFor(scope: PauseScope, time: PauseTime): string {
  if (scope === 'tab') return 'tab';
  return `${scope}${time === 'session' ? 'Session' : 'Lasting'}`;
}
