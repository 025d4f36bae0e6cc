// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Holding } from '@/lib/pause';
import { PauseControl, type PauseProps } from './PauseControl';

Element.prototype.scrollIntoView = () => {};
afterEach(cleanup);

function show(props: Partial<PauseProps> = {}) {
  const spies = { onPause: vi.fn(), onResume: vi.fn() };
  const draw = (more: Partial<PauseProps>) => (
    <PauseControl held={[]} site="news.example" incognito={false} {...spies} {...props} {...more} />
  );
  const { container, rerender } = render(draw({}));
  const details = container.querySelector('details');
  if (details) details.open = true;
  return { container, redraw: (more: Partial<PauseProps>) => rerender(draw(more)), ...spies };
}
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the choice of a pause', () => {
  it.each<[string[], string, unknown[]]>([
    [[], 'Pause on news.example until I turn it on again', ['site', 'until-resumed']],
    [['Until the browser is closed'], 'Pause on news.example until the browser is closed', ['site', 'session']],
    [['This tab'], 'Pause in this tab until it is closed', ['tab', 'session']],
    [['Everywhere'], 'Pause everywhere until I turn it on again', ['everywhere', 'until-resumed']],
  ])('%j is named in full on the button: %s', (choices, name, expected) => {
    const { onPause } = show();
    for (const choice of choices) choose(choice);
    press(name);
    expect(onPause).toHaveBeenCalledWith(...expected);
  });

  it('is of the site as soon as that is known', () => {
    const { redraw } = show({ site: null });
    expect(screen.queryByRole('radio', { name: /This site/ })).toBeNull();
    redraw({ site: 'news.example' });
    expect(screen.getByRole('radio', { name: 'This site: news.example' })).toHaveProperty('checked', true);
  });

  it('keeps nothing of a private window', () => {
    const { onPause } = show({ incognito: true });
    expect(screen.queryByRole('radio', { name: 'Until I turn it on again' })).toBeNull();
    press('Pause on news.example until the browser is closed');
    expect(onPause).toHaveBeenCalledWith('site', 'session');
  });
});

describe('what is paused', () => {
  const HELD: Holding[] = [
    { scope: 'tab', tab: 7, time: 'session' },
    { scope: 'site', site: 'news.example', time: 'until-resumed' },
    { scope: 'everywhere', time: 'session' },
  ];

  it('is said with scope and time, and goes on by one button', () => {
    const { onResume } = show({ held: HELD });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'In this tab, until it is closed.',
      'On news.example, until you turn it on again.',
      'Everywhere, until the browser is closed.',
    ]);
    press('Go on reading');
    expect(onResume).toHaveBeenCalledOnce();
  });

  it.each<[string, Holding[], 'ltr' | 'rtl']>([
    ['the choice', [], 'ltr'],
    ['the choice', [], 'rtl'],
    ['what is paused', HELD, 'ltr'],
  ])('has no accessibility violations: %s (%s, %s)', async (_, held, dir) => {
    document.documentElement.dir = dir;
    const { container } = show({ held });
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});
