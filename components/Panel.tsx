/** Everything in a popover: its bar, and the comparisons of one mark or the card of an entity. */
import { useEffect, useState } from 'preact/hooks';
import type { HidingScope } from '@/lib/hidden';
import { verdictLabel } from '@/lib/i18n/wording';
import type { Route } from '@/lib/lookup';
import type { EntityCardFacts, Found } from '@/lib/messaging';
import type { Comparison } from '@/lib/reading/reading';
import { CardActions } from './CardActions';
import { ComparisonCard } from './ComparisonCard';
import { EntityCard } from './EntityCard';
import { FoundList } from './FoundList';
import { HiddenLine } from './HiddenLine';
import { NotesOnClaim } from './NotesOnClaim';
import { type BarProps, PanelBar } from './PanelBar';

/** What a mark opens, or the lookup of a selection. */
export type Target =
  | { kind: 'statement'; comparisons: Comparison[] }
  | { kind: 'entity'; entity: EntityCardFacts }
  | Found;

/** Something that has just been hidden. */
export interface Hiding {
  remembered: boolean;
  undo(): void;
}

/** What a comparison's buttons do. */
export interface Deeds {
  /** Answers whether it could be copied. */
  copy(comparison: Comparison): Promise<boolean>;
  hide(comparison: Comparison, scope: HidingScope): Promise<Hiding>;
  /** Opens a page of the lookup. */
  lookUp(route: Route): void;
  /** Makes a note on the statement. */
  note(comparison: Comparison): void;
  /** Makes a note on an entity. */
  noteEntity(id: string): void;
  /** How many notes the reader has on a claim; 0 where that cannot be told. */
  countNotes(claim: string): Promise<number>;
  /** Opens the notes on a claim. */
  openNotes(claim: string): void;
}

interface Props extends BarProps {
  target: Target;
  headingId: string;
  site: string;
  deeds: Deeds;
}

/** How long the offer to undo stands after the last movement in the popover, when nothing else is left in it. A judgement. */
export const UNDO_TIME = 10_000;

export function Panel({ target, headingId, site, deeds, ...bar }: Props) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [stirred, stir] = useState(0);
  const comparisons = target.kind === 'statement' ? target.comparisons : [];
  const empty = comparisons.length > 0 && comparisons.every(({ claim }) => hidden.has(claim.id));
  const { onClose } = bar;
  // Each movement starts the time anew.
  useEffect(() => {
    if (!empty) return;
    const timer = setTimeout(onClose, UNDO_TIME);
    return () => clearTimeout(timer);
  }, [empty, stirred, onClose]);
  const setOne = (claim: string, isHidden: boolean) =>
    setHidden(known => new Set([...known].filter(id => id !== claim).concat(isHidden ? [claim] : [])));
  const stirring = empty ? () => stir(stirred + 1) : undefined;
  return (
    <>
      <PanelBar {...bar} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the reader is still there */}
      <div class="body" tabIndex={0} onPointerMove={stirring} onKeyDown={stirring}>
        {target.kind === 'entity' ? (
          <EntityCard
            entity={target.entity}
            headingId={headingId}
            onOpen={deeds.lookUp}
            onNote={() => deeds.noteEntity(target.entity.id)}
          />
        ) : target.kind === 'found' ? (
          <FoundList {...target} headingId={headingId} onOpen={deeds.lookUp} />
        ) : (
          comparisons.map((comparison, i) => (
            <div class="place" key={comparison.claim.id}>
              <Place
                comparison={comparison}
                headingId={i === 0 ? headingId : undefined}
                site={site}
                deeds={deeds}
                onHidden={isHidden => setOne(comparison.claim.id, isHidden)}
              />
            </div>
          ))
        )}
      </div>
    </>
  );
}

interface PlaceProps {
  comparison: Comparison;
  headingId?: string;
  site: string;
  deeds: Deeds;
  onHidden(isHidden: boolean): void;
}

/** The place of one comparison: its card (of the further ones only the question, at first), or the offer to undo. */
function Place({ comparison, headingId, site, deeds, onHidden }: PlaceProps) {
  const [open, setOpen] = useState(headingId !== undefined);
  const [hiding, setHiding] = useState<(Hiding & { scope: HidingScope }) | null>(null);
  if (hiding)
    return (
      <HiddenLine
        {...hiding}
        site={site}
        headingId={headingId}
        onUndo={() => {
          hiding.undo();
          setHiding(null);
          onHidden(false);
        }}
      />
    );
  if (!open)
    return (
      <button type="button" class="further" data-verdict={comparison.verdict} onClick={() => setOpen(true)}>
        <span class="badge">{verdictLabel(comparison)}</span> <bdi lang="en">{comparison.claim.question}</bdi>
      </button>
    );
  const hide = async (scope: HidingScope) => {
    setHiding({ ...(await deeds.hide(comparison, scope)), scope });
    onHidden(true);
  };
  return (
    <ComparisonCard comparison={comparison} headingId={headingId}>
      <NotesOnClaim claim={comparison.claim.id} count={deeds.countNotes} onOpen={deeds.openNotes} />
      <CardActions
        site={site}
        onCopy={() => deeds.copy(comparison)}
        onNote={() => deeds.note(comparison)}
        onHide={hide}
      />
    </ComparisonCard>
  );
}
