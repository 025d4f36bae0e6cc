import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_TIES } from '../notes';
import {
  listAddress,
  NO_FILTER,
  type NoteFilter,
  newNoteAddress,
  noteAddress,
  notesHash,
  notesRouteOf,
  SORTS,
  SPANS,
} from './route';

const text = fc.string({ unit: 'grapheme' });
const filters: fc.Arbitrary<NoteFilter> = fc.record({
  query: text,
  tag: text,
  claim: text,
  entity: text,
  source: text,
  site: text,
  within: fc.constantFrom('' as const, ...SPANS),
  unplaced: fc.boolean(),
  bin: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
});

describe('a route of the notes page', () => {
  it('comes back from its address, whatever is asked for', () => {
    fc.assert(
      fc.property(filters, text, (filter, id) => {
        expect(notesRouteOf(notesHash({ page: 'list', filter }))).toEqual({ page: 'list', filter });
        fc.pre(id !== '');
        expect(notesRouteOf(notesHash({ page: 'note', id, filter }))).toEqual({ page: 'note', id, filter });
      }),
      { seed: 8 },
    );
  });

  it('of a new note has its ties', () => {
    const ties = {
      ...NO_TIES,
      claims: ['aid & more', 'b'],
      entities: ['taliban'],
      sources: ['s?1'],
      page: { address: 'https://news.example/a?b=1&c=#x', title: 'خبر', published: '2025-03' },
    };
    expect(notesRouteOf(notesHash({ page: 'new', ties }))).toEqual({ page: 'new', ties });
  });

  it('takes no page that is none of the web’s', () => {
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'https://', 'about:blank'])
      expect(notesRouteOf(`#new?page=${encodeURIComponent(address)}`), address).toEqual({ page: 'new', ties: NO_TIES });
  });

  it('is the whole list where an address names nothing of ours', () => {
    for (const hash of ['', '#', '#elsewhere', '#note/', '#list?sort=colour&within=3'])
      expect(notesRouteOf(hash), hash).toEqual({ page: 'list', filter: NO_FILTER });
    expect(notesRouteOf('#note/50%')).toEqual({ page: 'note', id: '50%', filter: NO_FILTER });
  });

  it('is written as an address of the extension', () => {
    expect(noteAddress('n 1')).toBe('/notes.html#note/n%201');
    expect(newNoteAddress({ claims: ['aid'] })).toBe('/notes.html#new?claim=aid');
    expect(listAddress({ claim: 'aid' })).toBe('/notes.html#list?claim=aid');
    expect(listAddress({})).toBe('/notes.html#list');
  });
});
