/** A statement of the page, opened in the panel beside it: all its comparisons, and the way to the others. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { Comparison } from '@/lib/reading/reading';
import { ComparisonCard } from './ComparisonCard';
import { NotesOnClaim } from './NotesOnClaim';
import { Icon } from './PanelBar';

interface Props {
  comparisons: readonly Comparison[];
  onBack(): void;
  /** Goes to the statement before or to the next one. */
  onStep(direction: 1 | -1): void;
  /** Opens the page of a claim. */
  onClaim(id: string): void;
  notes: StatementNotes;
}

/** The reader's notes on what is open. */
export interface StatementNotes {
  count(claim: string): Promise<number>;
  onOpen(claim: string): void;
  onNote(comparison: Comparison): void;
}

export function ChosenStatement({ comparisons, onBack, onStep, onClaim, notes }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: who goes on by keyboard is at the beginning of what has opened.
  useEffect(() => back.current?.focus({ preventScroll: true }), []);
  return (
    <section class="chosen">
      <h1 class="unseen">{t('overview.title')}</h1>
      <div class="steps">
        <button type="button" class="plain" ref={back} onClick={onBack}>
          {t('panel.back')}
        </button>
        <Step name={t('bar.previous')} path="M2.5 9L7 4.5 11.5 9" onPress={() => onStep(-1)} />
        <Step name={t('bar.next')} path="M2.5 5L7 9.5 11.5 5" onPress={() => onStep(1)} />
      </div>
      {comparisons.map(comparison => (
        <ComparisonCard key={`${comparison.claim.id} ${comparison.statement.text}`} comparison={comparison}>
          <NotesOnClaim claim={comparison.claim.id} count={notes.count} onOpen={notes.onOpen} />
          <p class="row">
            <button type="button" class="quiet" onClick={() => onClaim(comparison.claim.id)}>
              {t('panel.claim')}
            </button>
            <button type="button" class="quiet" title={t('notes.noteTitle')} onClick={() => notes.onNote(comparison)}>
              {t('notes.note')}
            </button>
          </p>
        </ComparisonCard>
      ))}
    </section>
  );
}

function Step({ name, path, onPress }: { name: string; path: string; onPress(): void }) {
  return (
    <button type="button" class="plain step" aria-label={name} title={name} onClick={onPress}>
      <Icon>
        <path d={path} />
      </Icon>
    </button>
  );
}
