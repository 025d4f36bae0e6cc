/** The one story that every fixture application shows, and what a reader must see of it at each moment. */

export interface Story {
  title: string;
  /** Two figures that change inside a statement: the first is what the pack speaks of, the second only stands beside it. */
  millions: number;
  readers: number;
  /** Text and an element that come and go around the changing sentence. */
  corrected: boolean;
  items: ItemId[];
  lines: LineId[];
}

export type ItemId = keyof typeof ITEMS;
export type LineId = keyof typeof LINES;

/** List items, keyed: an element each. */
export const ITEMS = {
  need: { label: 'Need.', text: 'Some 23 million people in Afghanistan need humanitarian aid this year.' },
  money: {
    label: 'Money.',
    text: 'The United States gave Afghanistan $3.63 billion in assistance from October 2021 until December 2024.',
  },
  arms: { label: 'Arms.', text: 'American forces left behind military equipment worth $7 billion in Afghanistan.' },
};

/** Lines of one paragraph, keyed: a bare text node and a break each, the hardest thing to move for whoever put nodes between. */
export const LINES = {
  one: 'Afghanistan is home to 41 million people, by one count.',
  two: 'Afghanistan has 44 million people, by another.',
  three: 'The population of Afghanistan is 45 million, by a third.',
};

export const CORRECTED = 'Corrected: ';
export const CHANGED = ' This line was changed today.';
export const CLOSING =
  'The desk keeps these lines up to date and says what it has changed. Readers who know a better figure are asked to ' +
  'write, and to say where it was printed; letters without a source are read with pleasure and left where they are.';

export const FIRST: Story = {
  title: 'The week in figures from Kabul',
  millions: 48,
  readers: 12,
  corrected: false,
  items: ['need', 'money', 'arms'],
  lines: ['one', 'two', 'three'],
};

/** The text of each block, in order; a break is a line's end. */
export function blocksOf(story: Story): string[] {
  const { title, millions, readers, corrected, items, lines } = story;
  const sentence = `Afghanistan has a population of about ${millions} million, and ${readers} readers have asked where the figure comes from.`;
  return [
    title,
    corrected ? CORRECTED + sentence + CHANGED : sentence,
    ...items.map(id => `${ITEMS[id].label} ${ITEMS[id].text}`),
    lines.map(id => `${LINES[id]}\n`).join(''),
    CLOSING,
  ];
}

const ITEM_MARKS: Record<ItemId, string> = { need: '23 million', money: '$3.63 billion', arms: '$7 billion' };
const LINE_MARKS: Record<LineId, string> = { one: '41 million', two: '44 million', three: '45 million' };

/** The words that must be marked as statements, in order. */
export function marksOf({ millions, items, lines }: Story): string[] {
  return [`${millions} million`, ...items.map(id => ITEM_MARKS[id]), ...lines.map(id => LINE_MARKS[id])];
}
