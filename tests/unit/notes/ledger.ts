/**
 * What must have become of each text that was confirmed. It knows nothing of how notes are kept: only what the store has
 * answered. Every text in a run is used for one save only, so that it stands for that save.
 */
import type { NoteChange, SaveResult } from '@/lib/note-store';
import type { Note } from '@/lib/notes';

/** Where a text is to be: among the notes, in the bin, or in either. */
type Place = 'notes' | 'bin' | 'either';

export class Ledger {
  /** Texts that must be there, once. */
  private must = new Map<string, Place>();
  /** Texts that must not be there. All others may be there, but never twice. */
  private gone = new Set<string>();

  private put(text: string, place: Place): void {
    this.must.set(text, place);
    this.gone.delete(text);
  }

  private drop(text: string): void {
    this.must.delete(text);
    this.gone.add(text);
  }

  /**
   * @param base the text that was edited, or null
   * @param wasJournaled whether the base itself was only in the journal
   */
  saved(text: string, base: string | null, result: SaveResult): void {
    if (result.outcome === 'conflict') {
      this.gone.add(text);
    } else {
      const place = base === null ? 'notes' : result.outcome === 'saved' && result.note.deleted ? 'bin' : 'either';
      if (base !== null && result.outcome === 'saved') this.drop(base);
      // In the database it may give way to another tab's edit, or stay beside this one.
      else if (base !== null) this.must.delete(base);
      this.put(text, place);
    }
  }

  /** A save that was refused. */
  refused(text: string): void {
    this.gone.add(text);
  }

  /** Nobody knows whether it was saved: what stands in the rows decides. */
  cut(text: string, base: string | null, rows: readonly Note[]): void {
    const note = rows.find(row => row.text === text);
    if (note) this.saved(text, base, { outcome: 'saved', note });
    else this.refused(text);
  }

  /** @param afterwards gives a note's state after the change; null where it is erased */
  changed(changes: readonly NoteChange[], afterwards: (change: NoteChange) => Note | null): void {
    for (const { before } of changes) if (before) this.drop(before.text);
    for (const change of changes) {
      const note = afterwards(change);
      if (note) this.put(note.text, note.deleted ? 'bin' : 'notes');
    }
  }

  /** The database is gone: only what is elsewhere can be asked for. */
  lost(elsewhere: ReadonlySet<string>): void {
    for (const text of this.must.keys()) if (!elsewhere.has(text)) this.must.delete(text);
  }

  /** Every fault there is, in words; none when all is well. */
  faults(rows: readonly Note[]): string[] {
    const faults: string[] = [];
    const seen = new Map<string, Note>();
    for (const row of rows) {
      if (seen.has(row.text)) faults.push(`${row.text} is there twice`);
      seen.set(row.text, row);
      if (this.gone.has(row.text)) faults.push(`${row.text} is there and must not be`);
    }
    for (const [text, place] of this.must) {
      const row = seen.get(text);
      if (!row) faults.push(`${text} is lost`);
      else if (place !== 'either' && (row.deleted !== null) !== (place === 'bin'))
        faults.push(`${text} is not in ${place}`);
    }
    return faults;
  }
}
