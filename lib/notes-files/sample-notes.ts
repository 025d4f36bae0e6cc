/** Notes for tests: one by hand, and any by chance, with hostile text in every field. */
import fc from 'fast-check';
import type { Note } from '../notes.ts';
import type { FigureKind, Qualifier } from '../reading/types.ts';

export const makeNote = ({
  ties,
  ...more
}: Partial<Omit<Note, 'ties'>> & { ties?: Partial<Note['ties']> } = {}): Note => ({
  id: '3f2b1c4d-0a9e-4b7c-8d6f-5e4a3b2c1d0e',
  text: 'Who counted?',
  tags: ['water'],
  made: '2025-02-20T09:15:31.204Z',
  changed: '2025-02-21T10:00:00.000Z',
  revision: 3,
  deleted: null,
  ...more,
  ties: { claims: [], entities: [], sources: [], page: null, passage: null, figure: null, ...ties },
});

/** What formats trip over: fences, ends of sections, quotes, formulas, scripts of both directions, NUL and other controls. */
const NASTY = [
  '---',
  '\n---\n',
  '...',
  ']]>',
  '</script><script>alert(1)</script>',
  '"',
  "'",
  ',',
  ';',
  ': ',
  '# ',
  '&amp;',
  '*a',
  '&a',
  '!!js/function',
  '{{x}}',
  '\r\n',
  '\r',
  '\n',
  '\t',
  '\0',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\u202E',
  'گفت‌وگو «۴۰ چاه»',
  'څلوېښت',
  '👩‍🌾',
  '=1+1',
  '@SUM(A1)',
  '\\',
  '`',
  '|',
  '[x](javascript:alert(1))',
  '![x](https://img.example/x.png)',
  '__proto__',
  'null',
  'true',
  '2025',
  '~',
  '- ',
  '> ',
  ' ',
];

const nasty = fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 6 })), {
  maxLength: 6,
});
const anyText = nasty.map(parts => parts.join(''));
const anyName = anyText.filter(text => text !== '');
const names = fc.array(anyName, { maxLength: 3 });
const instant = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString());
const day = instant.chain(text => fc.constantFrom(text.slice(0, 4), text.slice(0, 7), text.slice(0, 10)));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const bound = maybe(fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0));

/** At most 64 units, as ties have it. */
const context = anyText.filter(text => text.length <= 64);

const passage = fc
  .record({ exact: anyText, prefix: context, suffix: context, start: fc.nat(), length: fc.nat(9999) })
  .map(({ start, length, ...quote }) => ({ ...quote, start, end: start + length }));

const figure = fc.record({
  text: anyText,
  kind: fc.constantFrom<FigureKind>('money', 'count', 'share', 'duration'),
  unit: maybe(anyName),
  period: maybe(fc.record({ from: maybe(day), to: maybe(day) })),
  low: bound,
  high: bound,
  qualifier: fc.constantFrom<Qualifier>('exact', 'about', 'nearly', 'over', 'under', 'atLeast', 'atMost'),
});

export const anyNote: fc.Arbitrary<Note> = fc.record({
  id: fc.oneof({ weight: 4, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.stringMatching(/^[!-~]{1,20}$/) }),
  text: anyText,
  tags: names,
  ties: fc.record({
    claims: names,
    entities: names,
    sources: names,
    page: maybe(fc.record({ address: fc.oneof(fc.webUrl(), anyName), title: anyText, published: maybe(day) })),
    passage: maybe(passage),
    figure: maybe(figure),
  }),
  made: instant,
  changed: instant,
  revision: fc.nat(),
  deleted: maybe(instant),
});

/** Notes as a store has them: each id once. */
export const anyNotes = fc.uniqueArray(anyNote, { selector: note => note.id, maxLength: 5 });
