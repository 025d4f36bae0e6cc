/** What may happen in a run, one step after another, and what the ledger makes of the store's answers. */
import fc from 'fast-check';
import type { NoteChange, SaveResult } from '@/lib/note-store';
import { NO_TIES, type Note } from '@/lib/notes';
import { readJournal } from '@/lib/store/journal';
import { knownNotes, lostNotes } from '@/lib/store/known-notes';
import { Ledger } from './ledger';
import type { Tab, World } from './world';

const KINDS = [
  ...['create', 'create', 'open', 'open', 'edit', 'edit', 'edit', 'save', 'save', 'save', 'race', 'retry'],
  ...['remove', 'remove', 'restore', 'erase', 'eraseOld', 'retag', 'import', 'importAgain', 'undo', 'undo'],
  ...['kill', 'kill', 'close', 'reload', 'merge', 'cutMerge', 'cutMerge', 'backUp', 'lose'],
  ...['failOneWrite', 'failWrites', 'failOpening', 'failStorage', 'mend', 'mend'],
] as const;

export interface Step {
  kind: (typeof KINDS)[number];
  tab: number;
  /** Which of the notes, changes, moments: taken modulo how many there are. */
  pick: number;
}

export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  tab: fc.nat(1),
  pick: fc.nat(99),
});

export class Run {
  readonly ledger = new Ledger();
  private world: World;
  private texts = 0;
  private done: { input: NoteChange[]; after: Map<string, Note> }[] = [];
  private imported: Note[] = [];
  private refused: { tab: number; id: string; text: string; base: Tab['editor'] }[] = [];

  constructor(world: World) {
    this.world = world;
  }

  private newText = () => `text ${++this.texts}`;

  async step({ kind, tab: index, pick }: Step): Promise<void> {
    const { world } = this;
    world.tick();
    const tab = world.tab(index);
    switch (kind) {
      case 'create':
        return this.save(tab, index, null);
      case 'open':
        return this.open(tab, pick);
      case 'edit':
        await this.open(tab, pick);
        return this.save(tab, index, tab.editor);
      case 'save':
        return tab.editor ? this.save(tab, index, tab.editor) : undefined;
      case 'race':
        await Promise.all([this.open(world.tab(0), pick), this.open(world.tab(1), pick)]);
        await Promise.all([0, 1].map(one => this.save(world.tab(one), one, world.tab(one).editor)));
        return;
      case 'retry':
        return this.retry();
      case 'remove':
        return this.change(tab, pick, false, id => tab.notes.remove([id]));
      case 'restore':
        return this.change(tab, pick, true, id => tab.notes.restore([id]));
      case 'erase':
        return this.change(tab, pick, true, id => tab.notes.erase([id]));
      case 'eraseOld':
        return this.eraseOld(tab);
      case 'retag':
        return this.change(tab, pick, false, id => tab.notes.retag([id], [`tag ${pick}`], []));
      case 'import':
        return this.import(tab, pick);
      case 'importAgain':
        return this.put(tab, this.imported, () => tab.notes.importNotes(this.imported));
      case 'undo':
        return this.undo(tab, pick);
      case 'kill':
        return this.kill(tab, pick);
      case 'close': {
        // The connection closes while a save is under way, as when another version wants the database.
        const saving = this.save(tab, index, tab.editor);
        if (!world.isHeld()) tab.db.close({ disableAutoOpen: false });
        return saving;
      }
      case 'reload':
        return world.reopen(tab);
      case 'merge':
        await tab.notes.mergeJournal().catch(() => {});
        return;
      case 'cutMerge':
        return this.cutMerge(tab, index);
      case 'backUp':
        // With another version's tab in the way it would only wait for what a run has no time for.
        if (!world.isHeld()) await world.backups.make().catch(() => {});
        return;
      case 'lose':
        return this.lose();
      case 'failOneWrite':
        world.writesUntilFault = pick % 3;
        return;
      case 'failWrites':
        world.allWritesFail = true;
        return;
      case 'failOpening':
        return world.setOpenFails(true);
      case 'failStorage':
        return world.setStorageFails(true);
      case 'mend':
        return world.heal();
    }
  }

  private async notesOf(tab: Tab, bin: boolean): Promise<Note[]> {
    return tab.notes.list({ bin }).catch(() => []);
  }

  private async open(tab: Tab, pick: number): Promise<void> {
    const notes = await this.notesOf(tab, false);
    const kept = await tab.notes.journaled().catch(() => []);
    const ids = [...notes, ...kept].map(({ id }) => id).toSorted();
    const id = ids[pick % ids.length];
    const note = id === undefined ? null : await tab.notes.get(id).catch(() => null);
    tab.editor = note && { id: note.id, revision: note.revision, text: note.text };
  }

  /** Saves a new text over what the editor is open on, or as a new note; keeps both when it is told of another tab's. */
  private async save(tab: Tab, index: number, base: Tab['editor']): Promise<void> {
    const text = this.newText();
    const id = base?.id ?? `id-${text}`;
    const result = await this.trySave(tab, index, id, text, base);
    if (result?.outcome !== 'conflict') return;
    const own = this.newText();
    await this.trySave(tab, index, `id-${own}`, own, null);
  }

  private async trySave(tab: Tab, index: number, id: string, text: string, base: Tab['editor']) {
    let result: SaveResult;
    try {
      result = await tab.notes.save({ id, text, tags: [], ties: NO_TIES }, base?.revision ?? null);
    } catch {
      this.ledger.refused(text);
      this.refused.push({ tab: index, id, text, base });
      return null;
    }
    this.ledger.saved(text, base?.text ?? null, result);
    if (result.outcome !== 'conflict') tab.editor = { id, revision: result.note.revision, text };
    return result;
  }

  /** The editor tries again what was refused before. */
  private async retry(): Promise<void> {
    const last = this.refused.pop();
    if (last) await this.trySave(this.world.tab(last.tab), last.tab, last.id, last.text, last.base);
  }

  private async change(
    tab: Tab,
    pick: number,
    bin: boolean,
    work: (id: string) => Promise<NoteChange[]>,
  ): Promise<void> {
    const notes = await this.notesOf(tab, bin);
    const id = notes.map(note => note.id).toSorted()[pick % notes.length];
    if (id !== undefined) await this.note(tab, await work(id).catch(() => []));
  }

  /** Notes changes in the ledger as they stand in the database now. */
  private async note(tab: Tab, changes: NoteChange[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = await tab.db.notes.bulkGet(changes.map(({ id }) => id));
    const after = new Map(rows.flatMap(row => (row ? [[row.id, row]] : [])));
    this.ledger.changed(changes, ({ id }) => after.get(id) ?? null);
    this.done.push({ input: changes, after });
  }

  private async eraseOld(tab: Tab): Promise<void> {
    this.world.tick(31);
    const old = await this.notesOf(tab, true);
    const count = await tab.notes.eraseOld().catch(() => 0);
    if (count > 0 && count !== old.length) throw new Error('It has erased others than those in the bin.');
    if (count > 0)
      this.ledger.changed(
        old.map(before => ({ id: before.id, before, after: null })),
        () => null,
      );
  }

  /** Two new notes, and another text for one that is there. */
  private async import(tab: Tab, pick: number): Promise<void> {
    const at = new Date(this.world.time).toISOString();
    const fresh = [this.newText(), this.newText()].map(
      (text, i): Note => ({
        ...{ id: `id-${text}`, text, tags: [], ties: NO_TIES, made: at, changed: at, revision: 1 + (pick % 5) },
        deleted: i === 1 && pick % 2 === 0 ? at : null,
      }),
    );
    const there = await this.notesOf(tab, false);
    const known = there[pick % there.length];
    this.imported = known ? [...fresh, { ...known, text: this.newText() }] : fresh;
    await this.put(tab, this.imported, () => tab.notes.importNotes(this.imported));
  }

  private async put(tab: Tab, notes: readonly Note[], work: () => Promise<NoteChange[]>): Promise<void> {
    const changes = await work().catch(() => []);
    await this.note(tab, changes);
    for (const { id } of changes) {
      if (!notes.some(note => note.id === id)) throw new Error(`${id} was changed, though it was not asked for.`);
    }
  }

  private async undo(tab: Tab, pick: number): Promise<void> {
    const last = this.done[this.done.length - 1 - (pick % Math.max(1, this.done.length))];
    const undone = last && (await tab.notes.undo(last.input).catch(() => null));
    if (undone) await this.note(tab, undone.changes);
  }

  private async kill(tab: Tab, pick: number): Promise<void> {
    const text = this.newText();
    const base = tab.editor;
    const draft = { id: base?.id ?? `id-${text}`, text, tags: [], ties: NO_TIES };
    let result: SaveResult | null = null;
    const work = async () => {
      result = await tab.notes.save(draft, base?.revision ?? null);
    };
    await this.world.kill(tab, work, pick % 12);
    if (result) return this.ledger.saved(text, base?.text ?? null, result);
    const kept = (await readJournal()).map(({ note }) => note);
    const journaled = kept.find(note => note.text === text);
    if (journaled) return this.ledger.saved(text, base?.text ?? null, { outcome: 'journal', note: journaled });
    // Read by nobody's store, so that nothing is mended by reading. Where it cannot be read it was not written either.
    const rows = this.world.isHeld() ? [] : await tab.db.notes.toArray().catch(() => []);
    this.ledger.cut(text, base?.text ?? null, rows);
  }

  /** The database takes what is in the journal, and the tab dies before the journal can forget it. */
  private async cutMerge(tab: Tab, index: number): Promise<void> {
    const { world } = this;
    world.setOpenFails(true);
    await this.save(tab, index, tab.editor);
    world.setOpenFails(false);
    world.setStorageFails(true);
    await tab.notes.mergeJournal().catch(() => {});
    world.setStorageFails(false);
    world.reopen(tab);
  }

  private async lose(): Promise<void> {
    const { world } = this;
    const editors = world.tabs.map(({ editor }) => editor);
    await world.heal();
    // The order in which the background does it.
    await world.tab(0).notes.mergeJournal();
    await world.backups.make();
    const rows = await world.tab(0).db.notes.toArray();
    const [backup] = await world.backups.list();
    const saved = backup ? await world.backups.read(backup.id) : [];
    if (rows.length > 0 && JSON.stringify(saved) !== JSON.stringify(rows))
      throw new Error('The backup is not what was there.');
    // What was open before goes on, and its note has to wait in the journal.
    world.setOpenFails(true);
    for (const [i, editor] of editors.entries()) if (editor) await this.save(world.tab(i), i, editor);
    world.setOpenFails(false);
    const [journal, known] = [await readJournal(), await knownNotes.getValue()];
    await world.lose();
    await lostNotes.setValue(null);
    const [tab] = world.tabs;
    if (!tab) return;
    await tab.notes.list();
    if (known && known.count > 0 && (await lostNotes.getValue()) === null)
      throw new Error('Nobody was told that notes are lost.');
    this.ledger.lost(new Set([...rows, ...journal.map(({ note }) => note)].map(({ text }) => text)));
    if (backup && rows.length > 0) await this.note(tab, await world.backups.restore(backup.id, tab.notes));
  }
}
