/** Which packs, and which themes of them, are looked for on pages. */
import { ENGLISH } from '@/components/english';
import { has, t } from '@/lib/i18n/translate';
import { Switch } from './Choice';

/** What is shown of a pack. */
export interface PackShown {
  id: string;
  title: string;
  version: number;
  licence: string;
  claims: number;
  sources: number;
  /** Its themes with the number of their claims; none where its claims name no theme. */
  themes: readonly { id: string; claims: number }[];
}

interface Props {
  packs: readonly PackShown[] | 'failed';
  packsOff: readonly string[];
  themesOff: readonly string[];
  onPacksOff(ids: string[]): void;
  onThemesOff(ids: string[]): void;
}

const without = (ids: readonly string[], id: string, off: boolean) =>
  off ? [...ids.filter(one => one !== id), id] : ids.filter(one => one !== id);

export function Matters({ packs, packsOff, themesOff, onPacksOff, onThemesOff }: Props) {
  if (packs === 'failed') return <p>{t('settings.packsNone')}</p>;
  if (packs.length === 0) return <p role="status">{t('settings.packsReading')}</p>;
  return (
    <fieldset class="choice-group">
      <legend>{t('settings.packs')}</legend>
      <p class="fine">{t('settings.packsHint')}</p>
      {packs.map(pack => {
        const on = !packsOff.includes(pack.id);
        const { version, licence, claims, sources } = pack;
        return (
          <div key={pack.id} class="pack">
            <Switch
              label={pack.title}
              lang={ENGLISH.lang}
              hint={t('settings.packFacts', { version, licence, claims, sources })}
              checked={on}
              onChange={checked => onPacksOff(without(packsOff, pack.id, !checked))}
            />
            {on && pack.themes.length > 1 && (
              <div class="themes">
                {pack.themes.map(({ id, claims }) => (
                  <Switch
                    key={id}
                    label={nameOf(id)}
                    hint={t('settings.themeClaims', { count: claims })}
                    checked={!themesOff.includes(id)}
                    onChange={checked => onThemesOff(without(themesOff, id, !checked))}
                  />
                ))}
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** The name of a theme of the bundled pack; another pack's as it is. */
function nameOf(id: string): string {
  const key = `themes.${id}`;
  return has(key) ? t(key) : id;
}
