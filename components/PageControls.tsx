/** What a reader can set for a page from the toolbar: how much is marked, pausing, and what was hidden. */
import type { Hidden } from '@/lib/hidden';
import type { Density } from '@/lib/settings';
import { DensityChoice } from './DensityChoice';
import { HiddenList } from './HiddenList';
import { PauseControl, type PauseProps } from './PauseControl';

export interface ControlsProps extends PauseProps {
  density: Density;
  onDensity(density: Density): void;
  hidden: readonly Hidden[];
  onUnhide(entry: Hidden): void;
}

export function PageControls(props: ControlsProps) {
  const { density, onDensity, hidden, onUnhide } = props;
  return (
    <>
      <DensityChoice density={density} onChange={onDensity} />
      {props.held.length === 0 && <PauseControl {...props} />}
      <HiddenList hidden={hidden} onUnhide={onUnhide} />
    </>
  );
}
