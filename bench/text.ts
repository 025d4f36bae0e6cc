/** The texts to measure on: news prose strung together from our own sentences. */
import { readFileSync } from 'node:fs';

/** A small generator with a seed, so that every run reads the same text. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function sentencesOf(file: string): string[] {
  const lines = readFileSync(new URL(`../evaluation/${file}`, import.meta.url), 'utf8').split('\n');
  return lines.filter(Boolean).map(line => (JSON.parse(line) as { text: string }).text);
}

/** Sentences that hold no figure, to thin the others out: about every second sentence of real news holds none. */
const PLAIN = [
  'The minister told reporters that talks would go on, and that both delegations had agreed to meet again soon.',
  'Residents of the valley described how they had walked all night with their children and what they could carry.',
  'Aid workers warned that the closure of the road would leave whole districts without medicine before the snow melts.',
  'A spokesman for the movement rejected the report, calling it propaganda by those who oppose the government.',
  'Women who used to teach in the city now run small courses at home, often in secret and without any pay.',
  'Neighbouring states have been careful not to say whether the envoy would be received at the same level as before.',
];

/** Prose of about `size` characters: paragraphs of a few sentences, half of them without a figure. */
export function newsText(size: number): string {
  const sentences = [...sentencesOf('tuning.jsonl'), ...sentencesOf('held-back.jsonl')];
  const random = randomFrom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const parts: string[] = [];
  for (let length = 0; length < size; ) {
    const count = 2 + Math.floor(random() * 3);
    const paragraph = Array.from({ length: count }, () => pick(random() < 0.5 ? PLAIN : sentences)).join(' ');
    parts.push(paragraph);
    length += paragraph.length + 1;
  }
  return parts.join('\n');
}
