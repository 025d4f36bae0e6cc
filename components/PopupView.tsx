/** The toolbar's popup: look something up, what this page holds, pause, and how much is marked. */
import { t } from '@/lib/i18n/translate';
import type { LookupData, Route } from '@/lib/lookup';
import { Lookup } from './lookup/Lookup';
import { type ControlsProps, PageControls } from './PageControls';
import { type OverviewProps, PageOverview } from './PageOverview';
import { PauseControl } from './PauseControl';
import { UpdatedLine } from './UpdatedLine';

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
  onSettings(): void;
  /** The version that we were updated to since the popup was last open; null where there is nothing to say. */
  updated: string | null;
  onUpdateSeen(): void;
}

export function PopupView(props: Props) {
  const { page, controls, gone, data, query, onRoute, onSidePanel, onSettings, updated, onUpdateSeen } = props;
  return (
    <>
      <Lookup route={{ page: 'search', query }} onRoute={onRoute} data={data} start={null} />
      {!query.trim() && (
        <>
          {updated && <UpdatedLine version={updated} onDismiss={onUpdateSeen} />}
          {/* What is paused comes before what would be there. */}
          {controls.held.length > 0 && <PauseControl {...controls} />}
          <PageOverview {...page} />
          <p role="status" class="warning">
            {gone ? t('popup.gone') : ''}
          </p>
          <p class="ways">
            {onSidePanel && (
              <button type="button" class="plain" onClick={onSidePanel}>
                {t('popup.sidePanel')}
              </button>
            )}
            <button type="button" class="plain" onClick={onSettings}>
              {t('settings.title')}
            </button>
          </p>
          <PageControls {...controls} />
        </>
      )}
    </>
  );
}
