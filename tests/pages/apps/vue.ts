/** The story in Vue, with a template, so that its compiler decides what is static. */
import { type App, createApp, createSSRApp, defineComponent, onMounted, onUnmounted, reactive } from 'vue';
import { announce, type FixtureApp, start } from './control.ts';
import { CHANGED, CLOSING, CORRECTED, ITEMS, LINES, type Story } from './story.ts';

// Vue 3.5 leaves a static <br> behind when it moves its fragment after hydration; a bound attribute makes it come along.
const template = `
<article>
  <h1>{{ story.title }}</h1>
  <p><template v-if="story.corrected">{{ CORRECTED }}</template>Afghanistan has a population of about {{ story.millions }} million, and {{ story.readers }} readers have asked where the figure comes from.<em v-if="story.corrected">{{ CHANGED }}</em></p>
  <ul>
    <li v-for="id in story.items" :key="id"><b>{{ ITEMS[id].label }}</b> {{ ITEMS[id].text }}</li>
  </ul>
  <p><template v-for="id in story.lines" :key="id">{{ LINES[id] }}<br :data-line="id"></template></p>
  <p>{{ CLOSING }}</p>
</article>`;

const article = (story: Story) =>
  defineComponent({
    template,
    setup() {
      let leave = () => {};
      onMounted(() => {
        leave = announce();
      });
      onUnmounted(() => leave());
      return { story, CHANGED, CLOSING, CORRECTED, ITEMS, LINES };
    },
  });

let shown: Story;
let instance: App;

export const app: FixtureApp = {
  async render(story) {
    if (!import.meta.env.SSR) return '';
    const { renderToString } = await import('vue/server-renderer');
    return renderToString(createSSRApp(article(story)));
  },
  hydrate(root, story) {
    shown = reactive({ ...story });
    instance = createSSRApp(article(shown));
    instance.mount(root);
  },
  mount(root, story) {
    shown = reactive({ ...story });
    instance = createApp(article(shown));
    instance.mount(root);
  },
  update: story => Object.assign(shown, story),
  unmount: () => instance.unmount(),
};

start(app);
