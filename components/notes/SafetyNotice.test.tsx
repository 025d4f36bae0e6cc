// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantInWords } from '@/lib/i18n/formats';
import { direction, flatten, LANGUAGES, setLanguage } from '@/lib/i18n/translate';
import { SafetyNotice, type SafetyProps } from './SafetyNotice';

afterEach(() => {
  cleanup();
  setLanguage('en', {});
});

const BACKUPS = [
  { id: '2026-11-23T18:05:00.000Z', count: 20 },
  { id: '2026-11-22T09:00:00.000Z', count: 18 },
];

function show(given: Partial<SafetyProps> = {}) {
  const props = {
    lost: 20,
    backups: BACKUPS,
    left: null,
    onRestore: vi.fn(async () => 20),
    onDismiss: vi.fn(),
    ...given,
  };
  return { ...render(<SafetyNotice {...props} />), ...props };
}

describe('the notice of what endangers notes', () => {
  it('says nothing while nothing does', () => {
    expect(show({ lost: null }).container.textContent).toBe('');
  });

  it('says how many notes are gone, and puts them back from the backup that is chosen', async () => {
    const { onRestore } = show();
    expect(screen.getByRole('alert').textContent).toContain('20 notes that were here are gone');
    fireEvent.click(
      screen.getByRole('button', {
        name: `Put back 20 notes from the backup of ${instantInWords(BACKUPS[0]?.id ?? '')}`,
      }),
    );
    expect(await screen.findByText('20 notes are back.')).toBeDefined();
    expect(onRestore).toHaveBeenCalledExactlyOnceWith(BACKUPS[0]?.id);
  });

  it('says when a backup could not be put back', async () => {
    show({ onRestore: vi.fn(async () => Promise.reject(new Error('The backup is broken.'))) });
    fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement);
    expect(await screen.findByText(/could not be put back/)).toBeDefined();
  });

  it('says what can be done without a backup, and lets the reader go on', () => {
    const { onDismiss } = show({ backups: [] });
    expect(screen.getByRole('alert').textContent).toContain('There is no backup');
    fireEvent.click(screen.getByRole('button', { name: 'Go on without them' }));
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('warns when little room is left', () => {
    show({ lost: null, left: 50.7 * 1024 * 1024 });
    expect(screen.getByText(/50 MB/)).toBeDefined();
  });

  it.each(LANGUAGES)('has no accessibility violations: %s', async language => {
    setLanguage(language, flatten(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'))));
    document.documentElement.lang = language;
    document.documentElement.dir = direction();
    const { violations } = await axe.run(show({ left: 1000 }).container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });
});
