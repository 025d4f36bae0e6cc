/** All settings on one page, in the order in which readers ask for them. */
import { DensityChoice } from '@/components/DensityChoice';
import { HiddenList } from '@/components/HiddenList';
import type { Hidden } from '@/lib/hidden';
import { t } from '@/lib/i18n/translate';
import type { Pause } from '@/lib/pause';
import { type Density, MARK_STYLES, type MarkStyle, THEMES, type Theme } from '@/lib/settings';
import { Choice, Switch } from './Choice';
import { type FileDeeds, FileSettings } from './FileSettings';
import { type Key, Keys } from './Keys';
import { LanguageChoice, type LanguageSetting } from './LanguageChoice';
import { Matters, type PackShown } from './Matters';
import { PausedList } from './PausedList';

/** The values that the page shows. */
export interface SettingsShown {
  density: Density;
  markStyle: MarkStyle;
  theme: Theme;
  language: LanguageSetting;
  openOnRest: boolean;
  selectionButton: boolean;
  singleKeys: boolean;
  showNotes: boolean;
  packsOff: readonly string[];
  themesOff: readonly string[];
  paused: readonly Pause[];
}

interface Props {
  values: SettingsShown;
  /** None while they are being read or put in for the first time. */
  packs: readonly PackShown[] | 'failed';
  keys: readonly Key[];
  hidden: readonly Hidden[];
  version: string;
  onChange<K extends keyof SettingsShown>(name: K, value: SettingsShown[K]): void;
  onUnhide(entry: Hidden): void;
  onResume(pause: Pause): void;
  /** Opens the browser's own page for keys; absent where it has none that can be opened. */
  onKeys?(): void;
  file: FileDeeds;
}

export function SettingsPage({
  values,
  packs,
  keys,
  hidden,
  version,
  onChange,
  onUnhide,
  onResume,
  onKeys,
  file,
}: Props) {
  return (
    <main class="settings">
      <h1>{t('settings.title')}</h1>
      <section>
        <h2>{t('settings.reading')}</h2>
        <DensityChoice density={values.density} onChange={value => onChange('density', value)} />
        <Matters
          packs={packs}
          packsOff={values.packsOff}
          themesOff={values.themesOff}
          onPacksOff={value => onChange('packsOff', value)}
          onThemesOff={value => onChange('themesOff', value)}
        />
      </section>
      <section>
        <h2>{t('settings.marks')}</h2>
        <Choice
          legend={t('settings.markStyle')}
          value={values.markStyle}
          options={MARK_STYLES.map(value => ({
            value,
            label: t(`markStyle.${value}`),
            hint: t(`markStyle.${value}Hint`),
            sample: `sample ${value}`,
          }))}
          onChange={value => onChange('markStyle', value)}
        />
        <Switch
          label={t('popup.openOnRest')}
          checked={values.openOnRest}
          onChange={value => onChange('openOnRest', value)}
        />
        <Switch
          label={t('settings.selectionButton')}
          hint={t('settings.selectionButtonHint')}
          checked={values.selectionButton}
          onChange={value => onChange('selectionButton', value)}
        />
        <Switch
          label={t('pageNotes.show')}
          hint={t('pageNotes.showHint')}
          checked={values.showNotes}
          onChange={value => onChange('showNotes', value)}
        />
      </section>
      <section>
        <h2>{t('settings.look')}</h2>
        <Choice
          legend={t('settings.theme')}
          value={values.theme}
          options={THEMES.map(value => ({ value, label: t(`theme.${value}`) }))}
          onChange={value => onChange('theme', value)}
        />
        <LanguageChoice value={values.language} onChange={value => onChange('language', value)} />
      </section>
      <PausedList paused={values.paused} onResume={onResume} />
      {hidden.length > 0 && (
        <section>
          <h2>{t('settings.hidden')}</h2>
          <HiddenList hidden={hidden} onUnhide={onUnhide} />
        </section>
      )}
      <Keys keys={keys} onChange={onKeys}>
        <Switch
          label={t('settings.singleKeys')}
          hint={t('settings.singleKeysHint')}
          checked={values.singleKeys}
          onChange={value => onChange('singleKeys', value)}
        />
      </Keys>
      <FileSettings {...file} />
      <footer class="fine">{t('settings.version', { version })}</footer>
    </main>
  );
}
