/** @jsxImportSource preact */
/** The story in Preact. */
import { Fragment, hydrate, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce, type FixtureApp, start } from './control.ts';
import { CHANGED, CLOSING, CORRECTED, ITEMS, LINES, type Story } from './story.ts';

function Article({ title, millions, readers, corrected, items, lines }: Story) {
  useEffect(announce, []);
  return (
    <article>
      <h1>{title}</h1>
      <p>
        {corrected && CORRECTED}Afghanistan has a population of about {millions} million, and {readers} readers have
        asked where the figure comes from.{corrected && <em>{CHANGED}</em>}
      </p>
      <ul>
        {items.map(id => (
          <li key={id}>
            <b>{ITEMS[id].label}</b> {ITEMS[id].text}
          </li>
        ))}
      </ul>
      <p>
        {lines.map(id => (
          <Fragment key={id}>
            {LINES[id]}
            <br />
          </Fragment>
        ))}
      </p>
      <p>{CLOSING}</p>
    </article>
  );
}

let root: HTMLElement;

export const app: FixtureApp = {
  async render(story) {
    if (!import.meta.env.SSR) return '';
    const { renderToString } = await import('preact-render-to-string');
    return renderToString(<Article {...story} />);
  },
  hydrate(element, story) {
    root = element;
    hydrate(<Article {...story} />, root);
  },
  mount(element, story) {
    root = element;
    render(<Article {...story} />, root);
  },
  update: story => render(<Article {...story} />, root),
  unmount: () => render(null, root),
};

start(app);
