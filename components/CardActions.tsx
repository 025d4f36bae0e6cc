/** What a reader can do with a comparison: copy it, call the match wrong, or see the claim marked no more. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HidingScope } from '@/lib/hidden';

/** How long it is said that something was copied: long enough to be seen, in milliseconds. A judgement. */
const SAID = 3000;

interface Props {
  /** The site's name, to say where it will not be marked. */
  site: string;
  /** Answers whether it could be copied. */
  onCopy(): Promise<boolean>;
  onHide(scope: HidingScope): void;
}

export function CardActions({ site, onCopy, onHide }: Props) {
  const [said, setSaid] = useState('');
  const [choosing, setChoosing] = useState(false);
  const choices = useId();
  const group = useRef<HTMLDivElement>(null);
  // They open at the lower edge, where they may be out of sight.
  useLayoutEffect(() => {
    if (choosing) group.current?.scrollIntoView({ block: 'nearest' });
  }, [choosing]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => setSaid((await onCopy()) ? 'Copied' : 'Could not be copied');
  return (
    <footer class="actions">
      <div class="row">
        <button type="button" class="quiet" title="Copies the comparison with its sources, as text" onClick={copy}>
          Copy
        </button>
        <button
          type="button"
          class="quiet"
          title="Hides this comparison for this sentence"
          onClick={() => onHide('sentence')}
        >
          Wrong match
        </button>
        <button
          type="button"
          class="quiet"
          aria-expanded={choosing}
          aria-controls={choices}
          onClick={() => setChoosing(!choosing)}
        >
          Do not mark again…
        </button>
        <span class="said" role="status">
          {said}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form's look undone */}
      <div
        id={choices}
        ref={group}
        class="row"
        role="group"
        aria-label="Do not mark this claim again"
        hidden={!choosing}
      >
        <span class="fine">Do not mark this claim again</span>
        <button type="button" class="choice" onClick={() => onHide('page')}>
          on this page
        </button>
        <button type="button" class="choice" onClick={() => onHide('site')}>
          on {site}
        </button>
        <button type="button" class="choice" onClick={() => onHide('everywhere')}>
          everywhere
        </button>
      </div>
    </footer>
  );
}
