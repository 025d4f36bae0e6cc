/** Stands in the place of a comparison that was just hidden, and takes it back. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { HidingScope } from '@/lib/hidden';
import { t } from '@/lib/i18n/translate';

interface Props {
  scope: HidingScope;
  site: string;
  /** False when it will be back with the next loading of the page. */
  remembered: boolean;
  headingId?: string;
  onUndo(): void;
}

/** Takes the focus, because the button that was pressed is gone. */
export function HiddenLine({ scope, site, remembered, headingId, onUndo }: Props) {
  const undo = useRef<HTMLButtonElement>(null);
  const own = useId();
  const id = headingId ?? own;
  useLayoutEffect(() => undo.current?.focus({ preventScroll: true }), []);
  const where = {
    sentence: t('actions.hiddenSentence'),
    page: t('actions.hiddenPage'),
    site: t('actions.hiddenSite', { site }),
    everywhere: t('actions.hiddenEverywhere'),
  };
  const said = remembered ? where[scope] : `${where[scope]} ${t('actions.untilReload')}`;
  return (
    <p class="hidden-line">
      <span id={id}>{said}</span>
      <button type="button" class="quiet" ref={undo} aria-describedby={id} onClick={onUndo}>
        {t('actions.undo')}
      </button>
    </p>
  );
}
