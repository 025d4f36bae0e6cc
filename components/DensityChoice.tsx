/** Chooses how much is marked, in words that say what each choice marks. */
import { t } from '@/lib/i18n/translate';
import type { Density } from '@/lib/settings';

const NAMES = {
  figures: 'density.name.figures',
  'figures-and-facts': 'density.name.facts',
  everything: 'density.name.everything',
} as const satisfies Record<Density, string>;
const MEANINGS = {
  figures: 'density.meaning.figures',
  'figures-and-facts': 'density.meaning.facts',
  everything: 'density.meaning.everything',
} as const satisfies Record<Density, string>;

export function DensityChoice({ density, onChange }: { density: Density; onChange(density: Density): void }) {
  return (
    <fieldset class="density">
      <legend>{t('density.title')}</legend>
      {(Object.keys(NAMES) as Density[]).map(one => (
        <label key={one} class="choice-line">
          <input type="radio" name="density" checked={density === one} onChange={() => onChange(one)} />
          <span>
            {t(NAMES[one])} <span class="fine">{t(MEANINGS[one])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
