/** The popover's upper edge: where it is dragged by, and what goes on, pins and closes. */
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n/translate';

export interface BarProps {
  pinned: boolean;
  onPin(): void;
  onClose(): void;
  /** Goes to the next mark of the page, or to the one before. */
  onStep(direction: 1 | -1): void;
}

export function PanelBar({ pinned, onPin, onClose, onStep }: BarProps) {
  return (
    <header class="bar">
      {pinned && (
        // Whoever moves it (entrypoints/content/popover) knows it by its class, and listens for arrow keys on it.
        <button type="button" class="icon grip" aria-label={t('bar.move')} title={t('bar.moveTitle')}>
          <Icon>
            <path d="M5 3.5h.01M9 3.5h.01M5 7h.01M9 7h.01M5 10.5h.01M9 10.5h.01" stroke-width="2.2" />
          </Icon>
        </button>
      )}
      <span class="brand">{t('extension.name')}</span>
      <button
        type="button"
        class="icon"
        aria-label={t('bar.previous')}
        aria-keyshortcuts="Alt+ArrowUp"
        title={`${t('bar.previous')} (Alt+↑)`}
        onClick={() => onStep(-1)}
      >
        <Icon>
          <path d="M2.5 9L7 4.5 11.5 9" />
        </Icon>
      </button>
      <button
        type="button"
        class="icon"
        aria-label={t('bar.next')}
        aria-keyshortcuts="Alt+ArrowDown"
        title={`${t('bar.next')} (Alt+↓)`}
        onClick={() => onStep(1)}
      >
        <Icon>
          <path d="M2.5 5L7 9.5 11.5 5" />
        </Icon>
      </button>
      <button
        type="button"
        class="icon"
        aria-label={t('bar.keep')}
        aria-pressed={pinned}
        title={pinned ? t('bar.letGoTitle') : t('bar.keepTitle')}
        onClick={onPin}
      >
        <Icon>
          <path d="M4.5 1.5h5M5.5 1.5v4.2L3.6 8.3h6.8L8.5 5.7V1.5M7 8.3v4.2" fill={pinned ? 'currentColor' : 'none'} />
        </Icon>
      </button>
      <button
        type="button"
        class="icon"
        aria-label={t('bar.close')}
        title={`${t('bar.close')} (Esc)`}
        onClick={onClose}
      >
        <Icon>
          <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" />
        </Icon>
      </button>
    </header>
  );
}

/** A drawing of 14 by 14 in the colour of the words. */
export function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}
