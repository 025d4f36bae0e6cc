/** Ties a note to a claim, a name or a source by hand: what is typed is searched for in the store (ARIA's combobox with a list). */
import { useId, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/translate';
import type { RecordFound, RecordKind } from '@/lib/notebook/notes-data';
import type { Ties } from '@/lib/notes';
import { ENGLISH } from '../english';
import { useLoaded } from '../lookup/use-loaded';

interface Props {
  ties: Ties;
  find(query: string): Promise<readonly RecordFound[]>;
  onTie(found: RecordFound): void;
}

const NONE: readonly RecordFound[] = [];

export function TieField({ ties, find, onTie }: Props) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const query = typed.trim();
  const { value, key, loading } = useLoaded(query, async () => (query ? find(query) : NONE));
  const kinds: Record<RecordKind, string> = {
    claims: t('notes.claim'),
    entities: t('notes.entity'),
    sources: t('notes.source'),
  };
  const offered = (key === query ? (value ?? NONE) : NONE).filter(({ kind, id }) => !ties[kind].includes(id));
  const isOpen = open && query !== '' && !loading;
  const active = offered[Math.min(at, offered.length - 1)];
  const optionId = (index: number) => `${list}-${index}`;
  const choose = (found: RecordFound) => {
    onTie(found);
    setTyped('');
    setAt(0);
  };
  const follow = (event: KeyboardEvent) => {
    if (event.isComposing || !isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length > 0) setAt((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' && active) choose(active);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tie-field">
      <input
        type="text"
        dir="auto"
        role="combobox"
        aria-label={t('notes.tieTo')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && active ? optionId(offered.indexOf(active)) : undefined}
        placeholder={t('notes.tieTo')}
        autocomplete="off"
        value={typed}
        onInput={event => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={follow}
      />
      {isOpen && offered.length > 0 && (
        // The focus stays in the field: keys choose there, and a press must not take it away.
        <div id={list} role="listbox" aria-label={t('notes.tieTo')} onPointerDown={event => event.preventDefault()}>
          {offered.map((found, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
            // biome-ignore lint/a11y/useFocusableInteractive: it is named by aria-activedescendant
            <div
              key={`${found.kind} ${found.id}`}
              id={optionId(index)}
              role="option"
              aria-selected={found === active}
              onClick={() => choose(found)}
            >
              <span class="kind">{kinds[found.kind]}</span> <span {...ENGLISH}>{found.name}</span>
            </div>
          ))}
        </div>
      )}
      <span class="fine" role="status">
        {isOpen && offered.length === 0 ? t('notes.tieNone') : ''}
      </span>
    </div>
  );
}
