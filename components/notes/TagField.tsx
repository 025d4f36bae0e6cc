/** Tags as they are written: each can be taken off, and those in use are offered. */
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';

interface Props {
  tags: readonly string[];
  /** Those in use, the most used first. */
  known: readonly string[];
  /** Names the field. */
  label: string;
  onAdd(tags: string[]): void;
  onRemove(tag: string): void;
}

/** How many tags are offered. */
const OFFERED = 50;

/** Tags out of what was typed: "#border, #aid" gives two, without their signs. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,،\n]/)
      .map(tag => tag.trim().replace(/^#+/, '').trim())
      .filter(Boolean),
  ),
];

export function TagField({ tags, known, label, onAdd, onRemove }: Props) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const offers = useId();
  const add = (text: string) => {
    const fresh = tagsIn(text).filter(tag => !tags.includes(tag));
    if (fresh.length > 0) onAdd(fresh);
    setTyped('');
  };
  const remove = (tag: string) => {
    onRemove(tag);
    field.current?.focus();
  };
  return (
    <div class="tags">
      {tags.map(tag => (
        <span key={tag} class="chip">
          <bdi>{tag}</bdi>
          <button type="button" aria-label={t('notes.tagOff', { tag })} onClick={() => remove(tag)}>
            <span aria-hidden="true">×</span>
          </button>
        </span>
      ))}
      <input
        ref={field}
        type="text"
        dir="auto"
        list={offers}
        value={typed}
        aria-label={label}
        placeholder={t('notes.tagAdd')}
        autocomplete="off"
        onInput={event => {
          const { value } = event.currentTarget;
          // A comma ends a tag; so does choosing one of those that are offered.
          const picked = event instanceof InputEvent && event.inputType === 'insertReplacementText';
          if (/[,،]/.test(value) || picked) add(value);
          else setTyped(value);
        }}
        onKeyDown={event => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && typed.trim()) {
            event.preventDefault();
            // Ctrl+Enter goes on to whoever ends the editing: the tag is in by then.
            add(typed);
          } else if (event.key === 'Backspace' && !typed && tags.length > 0) remove(tags.at(-1) as string);
        }}
        onBlur={() => typed.trim() && add(typed)}
      />
      <datalist id={offers}>
        {known
          .filter(tag => !tags.includes(tag))
          .slice(0, OFFERED)
          .map(tag => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
