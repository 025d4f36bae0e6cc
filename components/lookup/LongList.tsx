/** A list that begins with its first items when it is long, and shows all on demand. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';

interface Props<T> {
  items: readonly T[];
  /** How many are shown at first. */
  first: number;
  className?: string;
  keyOf(item: T): string;
  children(item: T): ComponentChildren;
}

export function LongList<T>({ items, first, className, keyOf, children }: Props<T>) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const showAll = () => {
    // The button goes, and the focus with it: it goes on where the reader is.
    const next = list.current?.children[first - 1]?.querySelector('a');
    setAll(true);
    next?.focus();
  };
  return (
    <>
      <ul ref={list} class={className}>
        {(all ? items : items.slice(0, first)).map(item => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {!all && items.length > first && (
        <button type="button" class="plain" onClick={showAll}>
          {t('lookup.more', { count: items.length })}
        </button>
      )}
    </>
  );
}
