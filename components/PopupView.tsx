/** The toolbar's popup: look something up, what this page holds, pause, and how much is marked. */
import { t } from '@/lib/i18n/translate';
import type { LookupData, Route } from '@/lib/lookup';
import { Lookup } from './lookup/Lookup';
import { type ControlsProps, PageControls } from './PageControls';
import { type OverviewProps, PageOverview } from './PageOverview';
import { PauseControl } from './PauseControl';

interface Props {
  page: OverviewProps;
  controls: ControlsProps;
  /** Whether the statement that was chosen is no longer there. */
  gone: boolean;
  data: LookupData;
  /** What is typed into the search field; empty while the popup shows the page. */
  query: string;
  onRoute(route: Route): void;
  /** Opens the side panel; absent where the browser has none. */
  onSidePanel?: () => void;
}

export function PopupView({ page, controls, gone, data, query, onRoute, onSidePanel }: Props) {
  return (
    <>
      <Lookup route={{ page: 'search', query }} onRoute={onRoute} data={data} start={null} />
      {!query.trim() && (
        <>
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
      )}
    </>
  );
}
