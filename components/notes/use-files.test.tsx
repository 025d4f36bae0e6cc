// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FIRST, LIST, make, press, said, setUp, show, shown, titles } from './sample-page';

setUp();

describe('a file', () => {
  const choose = (container: Element) => {
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    const file = new File(['{}'], 'notes.json');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    Object.defineProperty(input, 'value', { value: '', writable: true });
    fireEvent.change(input);
  };

  it('is taken in after its preview, the older notes of it only on request', async () => {
    const { container, rows, files } = show(LIST);
    await shown('Border', 'Second', 'Third');
    files.read.mockResolvedValue({
      fresh: [make('dddd', 'Fresh')],
      changed: [{ stored: FIRST, read: { ...FIRST, text: 'Older' }, newer: 'stored' }],
      same: [],
      bad: [{ number: 3, file: '', field: 'made', fault: 'date' }],
    });
    choose(container);
    await screen.findByText('1 new note');
    expect(screen.getByText(/Note 3.*made/)).toBeDefined();
    press('Take in 1 note');
    await shown('Fresh', 'Border', 'Second', 'Third');
    expect(rows.get('aaa')?.text).toBe(FIRST.text);
    press('Undo');
    await waitFor(() => expect(titles()).not.toContain('Fresh'));
  });

  it('is refused with the reason', async () => {
    const { container, files } = show(LIST);
    await shown('Border', 'Second', 'Third');
    files.read.mockRejectedValue(new Error('notes.json: cut.'));
    choose(container);
    await said('notes.json: cut.');
  });
});

describe('an export that takes its time', () => {
  it('says how far it is, and can be stopped', async () => {
    const { container, files } = show(LIST);
    await shown('Border', 'Second', 'Third');
    files.save.mockImplementation(
      (_, __, { signal, onProgress }) =>
        new Promise(resolve => {
          onProgress?.(2);
          signal?.addEventListener('abort', () => resolve('Stopped.'));
        }),
    );
    fireEvent.change(container.querySelector('.notes-bar select') as Element, { target: { value: 'html' } });
    expect((await screen.findByLabelText<HTMLProgressElement>('Exporting: 2 of 3 notes')).value).toBeCloseTo(2 / 3);
    press('Stop');
    await said('Stopped.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('backups', () => {
  it('are listed with the room that is left, and made on request', async () => {
    const { keeping } = show(LIST);
    await shown('Border', 'Second', 'Third');
    press('Backups');
    await screen.findByText(/3.1 MB of the 1.1 GB/);
    expect(screen.getByText('2 notes')).toBeDefined();
    press('Make a backup now');
    await said('A backup was made.');
    expect(keeping.list).toHaveBeenCalledTimes(2);
    keeping.backUp.mockResolvedValue(false);
    press('Make a backup now');
    await said('Nothing has changed since the last one.');
  });

  it('are compared with what is there before anything is put back, and a copy of that is made first', async () => {
    const { keeping, rows } = show(LIST);
    await shown('Border', 'Second', 'Third');
    keeping.preview.mockResolvedValue({ fresh: [make('dddd', 'Lost')], changed: [], same: [FIRST], bad: [] });
    press('Backups');
    fireEvent.click(await screen.findByRole('button', { name: /^Compare with the backup of 1 March 2026/ }));
    await screen.findByText('1 note is there already.');
    let had = rows.has('dddd');
    keeping.backUp.mockImplementation(async () => {
      had = rows.has('dddd');
      return true;
    });
    press('Take in 1 note');
    await shown('Lost', 'Border', 'Second', 'Third');
    expect(keeping.backUp).toHaveBeenCalledOnce();
    expect(had).toBe(false);
  });

  it('that cannot be made do not keep notes from coming in', async () => {
    const { keeping } = show(LIST);
    await shown('Border', 'Second', 'Third');
    keeping.preview.mockResolvedValue({ fresh: [make('dddd', 'Lost')], changed: [], same: [], bad: [] });
    keeping.backUp.mockRejectedValue(new Error('No room.'));
    press('Backups');
    fireEvent.click(await screen.findByRole('button', { name: /^Compare with/ }));
    await screen.findByText('1 new note');
    press('Take in 1 note');
    await shown('Lost', 'Border', 'Second', 'Third');
  });
});
