// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LookupData } from '@/lib/lookup';
import type { Overview } from '@/lib/messaging';
import { compareSample } from '@/lib/reading/sample-comparison';
import type { ControlsProps } from './PageControls';
import { PopupView } from './PopupView';
import { type PanelPart, SidePanelView } from './SidePanelView';

Element.prototype.scrollIntoView = () => {};
afterEach(cleanup);

const OVERVIEW: Overview = {
  state: 'done',
  stored: true,
  statements: [{ verdict: 'differs', words: '$4 billion', question: 'How much aid came?', mark: 'a1' }],
};
const nothing = { hits: [], total: 0 };
const DATA: LookupData = {
  stored: true,
  search: async () => ({
    entities: nothing,
    claims: nothing,
    versions: nothing,
    sources: nothing,
    notes: nothing,
    whole: true,
  }),
  claim: async () => null,
  entity: async () => null,
  source: async () => null,
};
const page = () => ({
  overview: OVERVIEW,
  why: null,
  inView: [],
  onChoose: vi.fn(),
  onReload: vi.fn(),
  onAllow: vi.fn(),
});
const pausing = () => ({ held: [], site: 'news.example', incognito: false, onPause: vi.fn(), onResume: vi.fn() });
const controls = (more: Partial<ControlsProps> = {}): ControlsProps => ({
  ...pausing(),
  density: 'figures-and-facts',
  onDensity: vi.fn(),
  hidden: [],
  onUnhide: vi.fn(),
  ...more,
});
const clean = async (container: Element) => {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
};

describe('the popup', () => {
  const show = (query = '', more: Partial<ControlsProps> = {}, gone = false, updated: string | null = null) => {
    const spies = {
      onRoute: vi.fn(),
      onSettings: vi.fn(),
      onSidePanel: vi.fn(),
      onUpdateSeen: vi.fn(),
      onOpenNote: vi.fn(),
      onNotes: vi.fn(),
      onNote: vi.fn(),
    };
    const set = controls(more);
    const { container } = render(
      <main>
        <PopupView page={page()} controls={set} gone={gone} data={DATA} query={query} updated={updated} {...spies} />
      </main>,
    );
    return { container, set, ...spies };
  };

  it('shows the page until something is searched, and then what is found', async () => {
    const { onRoute } = show();
    expect(screen.getByRole('button', { name: /4 billion/ })).toBeDefined();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'aid' } });
    expect(onRoute.mock.calls[0]?.[0]).toEqual({ page: 'search', query: 'aid' });
    cleanup();
    show('aid');
    expect(await screen.findByText(/aid/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /4 billion/ })).toBeNull();
  });

  it('changes how much is marked', () => {
    const { set } = show();
    expect(screen.getByRole('radio', { name: /^Figures and facts/ })).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('radio', { name: /^Everything/ }));
    expect(set.onDensity).toHaveBeenCalledWith('everything');
  });

  it('says after an update which version this is, with a button against it', () => {
    const { onUpdateSeen } = show('', {}, false, '0.2.0');
    expect(screen.getByText(/^Updated to 0\.2\.0:/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(onUpdateSeen).toHaveBeenCalledOnce();
    cleanup();
    show();
    expect(screen.queryByText(/^Updated to/)).toBeNull();
  });

  it('leads to the settings', () => {
    const { onSettings } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(onSettings).toHaveBeenCalledOnce();
  });

  it('puts a pause before everything else, and offers no second one', () => {
    show('', { held: [{ scope: 'everywhere', time: 'session' }] });
    const [first, second] = screen.getAllByRole('heading');
    expect([first?.textContent, second?.textContent]).toEqual(['Reading is paused', 'On this page']);
    expect(screen.queryByText(/^Pause Daftar/)).toBeNull();
  });

  it('makes a note on the page, and leads to all of them', () => {
    const { onNote, onNotes } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Note on this page' }));
    fireEvent.click(screen.getByRole('button', { name: 'Your notes' }));
    expect(onNote).toHaveBeenCalledOnce();
    expect(onNotes).toHaveBeenCalledOnce();
  });

  it('opens the side panel and the settings, and says when a statement has gone', () => {
    const { onSettings, onSidePanel } = show('', {}, true);
    fireEvent.click(screen.getByRole('button', { name: 'Side panel' }));
    expect(onSidePanel).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(onSettings).toHaveBeenCalledOnce();
    expect(screen.getByText('That statement is no longer on the page.')).toBeDefined();
  });

  it.each(['ltr', 'rtl'])('has no accessibility violations (%s)', async dir => {
    document.documentElement.dir = dir;
    await clean(show('', {}, false, '0.2.0').container);
  });
});

describe('the panel', () => {
  const show = (part: PanelPart = 'page', open = false) => {
    const spies = { onPart: vi.fn(), onBack: vi.fn(), onStep: vi.fn(), onClaim: vi.fn(), onSettings: vi.fn() };
    const notes = { count: vi.fn(async () => 1), onOpen: vi.fn(), onNote: vi.fn() };
    const chosen = open ? [compareSample('Iran deported 500,000 Afghans in 2024.')] : null;
    const { container } = render(
      <main>
        <SidePanelView
          part={part}
          page={page()}
          pausing={pausing()}
          chosen={chosen}
          gone={false}
          lookup={<p>Lookup</p>}
          notes={notes}
          {...spies}
        />
      </main>,
    );
    return { container, notes, ...spies };
  };
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('has two parts, of which one is seen', () => {
    const { onPart } = show();
    expect(screen.getByRole('button', { name: 'This page' }).getAttribute('aria-current')).toBe('page');
    expect(screen.getByText('Lookup').closest('[hidden]')).not.toBeNull();
    press('Look up');
    expect(onPart).toHaveBeenCalledWith('lookup');
  });

  it('leads to the settings', () => {
    const { onSettings } = show();
    press('Settings');
    expect(onSettings).toHaveBeenCalledOnce();
  });

  it('opens a statement in the place of the list, with the focus at its beginning, and goes on from there', () => {
    const { onBack, onStep, onClaim } = show('page', true);
    expect(document.activeElement?.textContent).toBe('All statements');
    expect(screen.queryByRole('list', { name: 'Statements on this page' })).toBeNull();
    for (const name of ['Previous mark', 'Next mark', 'All about this claim', 'All statements']) press(name);
    expect(onStep.mock.calls).toEqual([[-1], [1]]);
    expect(onClaim).toHaveBeenCalledOnce();
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('notes the open statement, and leads to the notes on its claim', async () => {
    const { notes } = show('page', true);
    press('Note');
    expect(notes.onNote).toHaveBeenCalledOnce();
    fireEvent.click(await screen.findByRole('button', { name: 'You have 1 note on this' }));
    expect(notes.onOpen).toHaveBeenCalledWith('deported');
  });

  it.each([
    ['ltr', 'page', false],
    ['rtl', 'page', true],
    ['ltr', 'lookup', false],
  ] as const)('has no accessibility violations (%s, %s, %s)', async (dir, part, open) => {
    document.documentElement.dir = dir;
    await clean(show(part, open).container);
  });
});
