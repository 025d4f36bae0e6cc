/** The keys that the browser keeps for us, and where they are changed. */
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n/translate';

export interface Key {
  name: string;
  /** What it does, from the manifest. */
  description: string;
  /** As the browser writes it; empty where none is set. */
  shortcut: string;
}

interface Props {
  keys: readonly Key[];
  onChange?(): void;
  /** What can be set besides. */
  children?: ComponentChildren;
}

export function Keys({ keys, onChange, children }: Props) {
  return (
    <section>
      <h2>{t('settings.keys')}</h2>
      {keys.length > 0 && (
        <table class="keys">
          <tbody>
            {keys.map(({ name, description, shortcut }) => (
              <tr key={name}>
                <th scope="row">{description}</th>
                <td>
                  {shortcut ? <kbd dir="ltr">{shortcut}</kbd> : <span class="fine">{t('settings.keyNone')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="fine">{t('settings.keysInside')}</p>
      {children}
      {onChange ? (
        <button type="button" class="plain" onClick={onChange}>
          {t('settings.keysChange')}
        </button>
      ) : (
        <p class="fine">{t('settings.keysWhere')}</p>
      )}
    </section>
  );
}
