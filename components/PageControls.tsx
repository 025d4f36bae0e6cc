/** What a reader can set for a page from the toolbar: pausing, how much is marked, and what was hidden. */
import type { Hidden } from '@/lib/hidden';
import { t } from '@/lib/i18n/translate';
import type { Density } from '@/lib/settings';
import { DensityChoice } from './DensityChoice';
import { HiddenList } from './HiddenList';
import { PauseControl, type PauseProps } from './PauseControl';

export interface ControlsProps extends PauseProps {
  density: Density;
  onDensity(density: Density): void;
  opensOnRest: boolean;
  onOpensOnRest(wanted: boolean): void;
  hidden: readonly Hidden[];
  onUnhide(entry: Hidden): void;
}

export function PageControls(props: ControlsProps) {
  const { density, onDensity, opensOnRest, onOpensOnRest, hidden, onUnhide } = props;
  return (
    <>
      {props.held.length === 0 && <PauseControl {...props} />}
      <DensityChoice density={density} onChange={onDensity} />
      <label class="choice-line setting">
        <input type="checkbox" checked={opensOnRest} onChange={event => onOpensOnRest(event.currentTarget.checked)} />
        {t('popup.openOnRest')}
      </label>
      <HiddenList hidden={hidden} onUnhide={onUnhide} />
    </>
  );
}
