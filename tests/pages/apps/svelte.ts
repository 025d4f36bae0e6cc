/** The story in Svelte. */
import { type Component, hydrate, mount, unmount } from 'svelte';
import Article from './Article.svelte';
import { type FixtureApp, start } from './control.ts';
import type { Story } from './story.ts';

type Instance = { set(story: Story): void };
const article = Article as unknown as Component<{ first: Story }, Instance>;

let instance: Instance;

export const app: FixtureApp = {
  async render(story) {
    if (!import.meta.env.SSR) return '';
    const { render } = await import('svelte/server');
    return render(article, { props: { first: story } }).body;
  },
  hydrate(target, story) {
    instance = hydrate(article, { target, props: { first: story } });
  },
  mount(target, story) {
    instance = mount(article, { target, props: { first: story } });
  },
  update: story => instance.set(story),
  unmount: () => void unmount(instance),
};

start(app);
