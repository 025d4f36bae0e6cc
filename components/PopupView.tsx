/** The toolbar's popup: look something up, what this page holds, pause, and how much is marked. */
import { t } from '@/lib/i18n/translate';
import { LookupField } from './LookupField';
import { type ControlsProps, PageControls } from './PageControls';
import { type OverviewProps, PageOverview } from './PageOverview';
import { PauseControl } from './PauseControl';

interface Props {
  page: OverviewProps;
  controls: ControlsProps;
  /** Whether the statement that was chosen is no longer there. */
  gone: boolean;
  onSearch(query: string): void;
  /** Opens the side panel; absent where the browser has none. */
  onSidePanel?: () => void;
}

export function PopupView({ page, controls, gone, onSearch, onSidePanel }: Props) {
  return (
    <>
      <LookupField onSearch={onSearch} />
      {/* What is paused comes before what would be there. */}
      {controls.held.length > 0 && <PauseControl {...controls} />}
      <PageOverview {...page} />
      <p role="status" class="warning">
        {gone ? t('popup.gone') : ''}
      </p>
      {onSidePanel && (
        <button type="button" class="plain" onClick={onSidePanel}>
          {t('popup.sidePanel')}
        </button>
      )}
      <PageControls {...controls} />
    </>
  );
}
