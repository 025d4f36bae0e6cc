/** What a reader can do with a comparison: copy it, make a note, call the match wrong, or see the claim marked no more. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HidingScope } from '@/lib/hidden';
import { t } from '@/lib/i18n/translate';

/** How long it is said that something was copied: long enough to be seen, in milliseconds. A judgement. */
const SAID = 3000;

interface Props {
  /** The site's name, to say where it will not be marked. */
  site: string;
  /** Answers whether it could be copied. */
  onCopy(): Promise<boolean>;
  /** Makes a note on it. */
  onNote(): void;
  onHide(scope: HidingScope): void;
}

export function CardActions({ site, onCopy, onNote, onHide }: Props) {
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
  const copy = async () => setSaid((await onCopy()) ? t('actions.copied') : t('actions.notCopied'));
  return (
    <footer class="actions">
      <div class="row">
        <button type="button" class="quiet" title={t('actions.copyTitle')} onClick={copy}>
          {t('actions.copy')}
        </button>
        <button type="button" class="quiet" title={t('notes.noteTitle')} onClick={onNote}>
          {t('notes.note')}
        </button>
        <button type="button" class="quiet" title={t('actions.wrongTitle')} onClick={() => onHide('sentence')}>
          {t('actions.wrong')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-expanded={choosing}
          aria-controls={choices}
          onClick={() => setChoosing(!choosing)}
        >
          {t('actions.noMore')}
        </button>
        <span class="said" role="status">
          {said}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form's look undone */}
      <div id={choices} ref={group} class="row" role="group" aria-label={t('actions.noMoreGroup')} hidden={!choosing}>
        <span class="fine">{t('actions.noMoreGroup')}</span>
        <button type="button" class="choice" onClick={() => onHide('page')}>
          {t('actions.onPage')}
        </button>
        <button type="button" class="choice" onClick={() => onHide('site')}>
          {t('actions.onSite', { site })}
        </button>
        <button type="button" class="choice" onClick={() => onHide('everywhere')}>
          {t('actions.everywhere')}
        </button>
      </div>
    </footer>
  );
}
