/** @jsxImportSource react */
/** The story in React. */
import { Fragment, useEffect } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
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

let root: Root;

export const app: FixtureApp = {
  async render(story) {
    if (!import.meta.env.SSR) return '';
    const { renderToString } = await import('react-dom/server');
    return renderToString(<Article {...story} />);
  },
  hydrate(element, story) {
    root = hydrateRoot(element, <Article {...story} />);
  },
  mount(element, story) {
    root = createRoot(element);
    root.render(<Article {...story} />);
  },
  update: story => root.render(<Article {...story} />),
  unmount: () => root.unmount(),
};

start(app);
