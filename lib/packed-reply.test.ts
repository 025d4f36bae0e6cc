import { describe, expect, it } from 'vitest';
import type { PageSpan, ReadReply } from './messaging';
import { packReply, unpackReply } from './packed-reply';
import { compareSample } from './reading/sample-comparison';

const statement = (text: string, passage: number): PageSpan => ({
  passage,
  start: 0,
  end: 4,
  kind: 'statement',
  comparisons: [compareSample(text)],
});
const REPLY: ReadReply = {
  spans: [
    statement('Iran deported 700,000 Afghans in 2024.', 1),
    { passage: 1, start: 5, end: 9, kind: 'entity', entity: 'iran' },
    statement('No country has recognised the Taliban.', 2),
    statement('Iran deported 500,000 Afghans in 2024.', 3),
  ],
  entities: [],
  stored: true,
};
/** As a message takes it. */
const sent = <T>(one: T): T => JSON.parse(JSON.stringify(one));

describe('a packed reply', () => {
  it('gives back what went in', () => {
    expect(unpackReply(sent(packReply(REPLY)))).toEqual(sent(REPLY));
  });

  it('keeps nothing twice of what several answers bring', () => {
    const known = new Map();
    const [first, second] = [1, 2].map(() => unpackReply(sent(packReply(REPLY)), known));
    expect(second).toEqual(sent(REPLY));
    const sharedBy = (reply: ReadReply | undefined) =>
      reply?.spans.flatMap(span =>
        span.kind === 'statement'
          ? span.comparisons.flatMap(({ claim, versions }) => [
              claim,
              ...versions.flatMap(({ version, source }) => [version, source]),
            ])
          : [],
      ) ?? [];
    const kept = new Set<object>(sharedBy(first));
    expect(kept.size).toBeGreaterThan(3);
    expect(sharedBy(second).filter(one => !kept.has(one))).toEqual([]);
  });

  it('holds each claim, version and source once', () => {
    const { shared } = packReply(REPLY);
    const comparisons = REPLY.spans.flatMap(span => (span.kind === 'statement' ? span.comparisons : []));
    const versions = comparisons.flatMap(comparison => comparison.versions);
    const ids = [
      ...comparisons.map(({ claim }) => `claim ${claim.id}`),
      ...versions.flatMap(({ version, source }) => [`version ${version.id}`, `source ${source.id}`]),
    ];
    expect(shared).toHaveLength(new Set(ids).size);
    expect(ids.length).toBeGreaterThan(shared.length);
  });

  it('is the same for an answer without marks', () => {
    const none: ReadReply = { spans: [], entities: [], stored: false };
    expect(unpackReply(packReply(none))).toEqual(none);
  });
});
