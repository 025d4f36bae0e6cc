/** The panel beside the page: its statements as a list that follows, the one that is open, and the lookup. */
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n/translate';
import type { Comparison } from '@/lib/reading/reading';
import { ChosenStatement, type StatementNotes } from './ChosenStatement';
import { type OverviewProps, PageOverview } from './PageOverview';
import { PauseControl, type PauseProps } from './PauseControl';

export type PanelPart = 'page' | 'lookup';

interface Props {
  part: PanelPart;
  onPart(part: PanelPart): void;
  page: OverviewProps;
  pausing: PauseProps;
  /** The comparisons of the statement that is open; null where none is. */
  chosen: readonly Comparison[] | null;
  onBack(): void;
  onStep(direction: 1 | -1): void;
  /** Opens a claim in the lookup. */
  onClaim(id: string): void;
  notes: StatementNotes;
  /** Whether the statement that was chosen is no longer there. */
  gone: boolean;
  onSettings(): void;
  /** What stands in the part of the lookup. */
  lookup: ComponentChildren;
}

const NAMES = { page: 'panel.page', lookup: 'panel.lookup' } as const satisfies Record<PanelPart, string>;

export function SidePanelView(props: Props) {
  const { part, onPart, page, pausing, chosen, onBack, onStep, onClaim, notes, gone, onSettings, lookup } = props;
  return (
    <>
      <nav aria-label={t('panel.views')}>
        {(Object.keys(NAMES) as PanelPart[]).map(one => (
          <button key={one} type="button" aria-current={part === one ? 'page' : undefined} onClick={() => onPart(one)}>
            {t(NAMES[one])}
          </button>
        ))}
        <button type="button" class="last" onClick={onSettings}>
          {t('settings.title')}
        </button>
      </nav>
      {/* What is not seen is kept: a search stays where it was while the reader is with the page. */}
      <div hidden={part !== 'lookup'}>{lookup}</div>
      <div class="part" hidden={part !== 'page'}>
        {pausing.held.length > 0 && <PauseControl {...pausing} />}
        {chosen ? (
          <ChosenStatement comparisons={chosen} onBack={onBack} onStep={onStep} onClaim={onClaim} notes={notes} />
        ) : (
          <PageOverview {...page} />
        )}
        <p role="status" class="warning">
          {gone ? t('popup.gone') : ''}
        </p>
        {pausing.held.length === 0 && !chosen && <PauseControl {...pausing} />}
      </div>
    </>
  );
}
