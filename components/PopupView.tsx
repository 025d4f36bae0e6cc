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
  /** Opens a note that was found. */
  onOpenNote(id: string): void;
  /** Opens all notes. */
  onNotes(): void;
  /** Makes a note on the page in front; absent where it is none of the web's. */
  onNote?: (() => void) | undefined;
  /** Opens the side panel; absent where the browser has none. */
  onSidePanel?: () => void;
  onSettings(): void;
  /** The version that we were updated to since the popup was last open; null where there is nothing to say. */
  updated: string | null;
  onUpdateSeen(): void;
}

export function PopupView(props: Props) {
  const { page, controls, gone, data, query, onRoute, onOpenNote, onNotes, onNote } = props;
  const { onSidePanel, onSettings, updated, onUpdateSeen } = props;
  return (
    <>
      <Lookup route={{ page: 'search', query }} onRoute={onRoute} data={data} start={null} onNote={onOpenNote} />
      {!query.trim() && (
        <>
          {updated && <UpdatedLine version={updated} onDismiss={onUpdateSeen} />}
          {/* What is paused comes before what would be there. */}
          {controls.held.length > 0 && <PauseControl {...controls} />}
          <PageOverview {...page} />
          <p role="status" class="warning">
            {gone ? t('popup.gone') : ''}
          </p>
          <PageControls {...controls} />
          <footer class="ways">
            {onNote && (
              <button type="button" class="quiet" onClick={onNote}>
                {t('notes.notePage')}
              </button>
            )}
            <button type="button" class="quiet" onClick={onNotes}>
              {t('notes.allNotes')}
            </button>
            {onSidePanel && (
              <button type="button" class="quiet" onClick={onSidePanel}>
                {t('popup.sidePanel')}
              </button>
            )}
            <button type="button" class="quiet" onClick={onSettings}>
              {t('settings.title')}
            </button>
          </footer>
        </>
      )}
    </>
  );
}
