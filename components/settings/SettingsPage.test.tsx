// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { direction, flatten, LANGUAGES, setLanguage, t } from '@/lib/i18n/translate';
import { SettingsFileError } from '@/lib/settings-file';
import { SettingsPage, type SettingsShown } from './SettingsPage';

Element.prototype.scrollIntoView = () => {};
afterEach(() => {
  cleanup();
  setLanguage('en', {});
});

const VALUES: SettingsShown = {
  density: 'figures-and-facts',
  markStyle: 'underline',
  theme: 'system',
  language: 'auto',
  openOnRest: false,
  selectionButton: false,
  singleKeys: true,
  showNotes: false,
  packsOff: [],
  themesOff: ['war'],
  paused: [{ scope: 'site', site: 'news.example' }],
};
const PACK = {
  id: 'own',
  title: 'Sourced statements',
  version: 3,
  licence: 'MIT',
  claims: 12,
  sources: 5,
  themes: [
    { id: 'aid', claims: 7 },
    { id: 'war', claims: 1 },
    { id: 'another', claims: 4 },
  ],
};

function show(given: Partial<Parameters<typeof SettingsPage>[0]> = {}) {
  const undo = vi.fn();
  const onChange = vi.fn();
  const onResume = vi.fn();
  const file = { onExport: vi.fn(), onImport: vi.fn(async () => undo), onReset: vi.fn(async () => undo) };
  const props = {
    values: VALUES,
    packs: [PACK],
    keys: [{ name: 'next', description: 'Next mark', shortcut: 'Alt+Shift+Down' }],
    hidden: [],
    version: '0.1.0',
    onChange,
    onUnhide: vi.fn(),
    onResume,
    file,
    ...given,
  };
  const { container } = render(<SettingsPage {...props} />);
  return { container, undo, onChange, onResume, file };
}
const choose = (name: RegExp | string) => fireEvent.click(screen.getByRole('radio', { name }));
const status = () => screen.getByRole('status').textContent;

describe('the settings page', () => {
  it('shows what is set', () => {
    show();
    for (const name of [/^Figures and facts/, /^Underlines[^ ]*Quiet/, /^As the system/, /^As the browser/])
      expect(screen.getByRole<HTMLInputElement>('radio', { name }).checked, String(name)).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^War and/ }).checked).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^another/ }).checked).toBe(true);
  });

  it('tells what the reader chooses', () => {
    const { onChange } = show();
    choose(/^Figures Amounts/);
    choose(/^Strong/);
    choose('دری');
    fireEvent.click(screen.getByRole('checkbox', { name: /^Single letters/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Aid and money/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^War and/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Sourced statements/ }));
    expect(onChange.mock.calls).toEqual([
      ['density', 'figures'],
      ['markStyle', 'strong'],
      ['language', 'fa'],
      ['singleKeys', false],
      ['themesOff', ['war', 'aid']],
      ['themesOff', []],
      ['packsOff', ['own']],
    ]);
  });

  it('lists what is paused, and goes on there', () => {
    const { onResume } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Go on reading: news.example' }));
    expect(onResume.mock.calls).toEqual([[{ scope: 'site', site: 'news.example' }]]);
  });

  it('shows no themes of a pack that is off', () => {
    show({ values: { ...VALUES, packsOff: ['own'] } });
    expect(screen.queryByRole('checkbox', { name: /^Aid/ })).toBeNull();
  });

  it('says so while the packs are read, and where the store cannot be opened', () => {
    show({ packs: [] });
    expect(screen.getByText('Reading the store…')).toBeDefined();
    cleanup();
    show({ packs: 'failed' });
    expect(screen.getByText(/cannot be opened/)).toBeDefined();
  });

  it('shows the keys, and how they are changed where the browser’s page cannot be opened', () => {
    const onKeys = vi.fn();
    show({ onKeys });
    expect(within(screen.getByRole('row', { name: /Next mark/ })).getByText('Alt+Shift+Down')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Change keys in the browser' }));
    expect(onKeys).toHaveBeenCalledOnce();
    cleanup();
    show();
    expect(screen.getByText(/Manage Extension Shortcuts/)).toBeDefined();
  });

  it('resets, and takes that back', async () => {
    const { file, undo } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Reset all' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(file.onReset).toHaveBeenCalledOnce();
    expect(undo).toHaveBeenCalledOnce();
    expect(status()).toBe('Undone.');
  });

  it.each([
    [new SettingsFileError('value', 'density: "all"'), /not allowed: density: "all"\. Nothing was changed/],
    [new SettingsFileError('json'), /no JSON file/],
    [new SettingsFileError('unknown', 'colour'), /does not have: colour/],
    [new Error('disk'), /could not be read/],
  ])('says what is wrong with a file: %s', async (error, words) => {
    const { container, file } = show();
    file.onImport.mockRejectedValueOnce(error);
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    fireEvent.change(input, { target: { files: [new File(['{}'], 'mine.json')] } });
    await vi.waitFor(() => expect(status()).toMatch(words));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it.each(LANGUAGES)('has no accessibility violations: %s', async language => {
    setLanguage(language, flatten(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'))));
    document.documentElement.lang = language;
    document.documentElement.dir = direction();
    document.title = t('settings.title');
    show({ hidden: [{ scope: 'site', claim: 'c', question: 'How many?', where: 'news.example', sentence: '' }] });
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
